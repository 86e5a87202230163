/** Addresses at which the provider's events arrive: `<public url>/hooks/cryptocardy/<token>`. */
export function createWebhookUrls(publicUrl: URL) {
  const base = new URL(publicUrl.href.replace(/\/*$/, "/"));
  const prefix = new URL("hooks/cryptocardy/", base).href;
  return {
    of: (token: string): string => `${prefix}${token}`,
    /** The token of an address of ours; undefined for addresses of others. */
    tokenIn: (url: string): string | undefined =>
      url.startsWith(prefix) && url.length > prefix.length ? url.slice(prefix.length) : undefined,
  };
}

export type WebhookUrls = ReturnType<typeof createWebhookUrls>;
