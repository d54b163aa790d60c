// Placeholder until the first test of HubText lands.
