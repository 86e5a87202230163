import { CardApiError } from "./errors.ts";

// Before a connection stands, nothing of a request has left: names, routes, refused connections, certificates.
const NEVER_SENT =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+|UNABLE_TO_\w+|UND_ERR_INVALID_ARG|UND_ERR_CLOSED)$/;

/** What went wrong between us and the API, without the address, headers and body that the original error may hold. */
export function networkFailure(error: unknown): CardApiError {
  const reason = codeOf(error);
  if (reason === "UND_ERR_RES_EXCEEDED_MAX_SIZE")
    return new CardApiError({ kind: "malformed", sent: true, field: "body", reason });
  return new CardApiError({ kind: "unavailable", sent: !NEVER_SENT.test(reason), reason });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  // Several addresses were tried: the request has left only if it left on one of them.
  if (error instanceof AggregateError && error.errors.length > 0) {
    const codes = error.errors.map(codeOf);
    return codes.find((code) => !NEVER_SENT.test(code)) ?? codes[0] ?? "unknown";
  }
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{2,48}$/.test(code) ? code : "unknown";
}
