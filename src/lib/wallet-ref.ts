/** Someone's wallet: the pair that every event, operation, lock and client is about. */
export type WalletRef = { userId: number; walletId: string };
