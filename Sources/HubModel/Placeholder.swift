// Placeholder until the first file of HubModel lands.
