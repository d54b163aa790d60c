// Placeholder until the first file of HubSQL lands.
