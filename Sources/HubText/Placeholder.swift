// Placeholder until the first file of HubText lands.
