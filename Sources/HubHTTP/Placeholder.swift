// Placeholder until the first file of HubHTTP lands.
