// Placeholder until the first file of HubCrypto lands.
