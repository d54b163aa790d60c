// Placeholder until the first test of HubApp lands.
