// Placeholder until the first test of HubCrypto lands.
