// Placeholder until the first test of HubSQL lands.
