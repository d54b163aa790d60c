// Placeholder until the first test of HubModel lands.
