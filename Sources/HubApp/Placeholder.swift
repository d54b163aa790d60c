// Placeholder until the first file of HubApp lands.
