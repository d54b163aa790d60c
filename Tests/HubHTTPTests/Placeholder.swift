// Placeholder until the first test of HubHTTP lands.
