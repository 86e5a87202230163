// The floor of the receiver: one signature, one durable write, nothing else.
import { createHmac, timingSafeEqual } from "node:crypto";
import { Redis } from "ioredis";
import { serve } from "./serve.ts";

const { SECRET = "", REDIS = "" } = process.env;
const redis = new Redis(REDIS);

serve(async (_path, rawBody, headers) => {
  const signature = Buffer.from(String(headers["x-signature"]), "hex");
  const digest = createHmac("sha256", SECRET).update(rawBody).digest();
  if (signature.length !== digest.length || !timingSafeEqual(signature, digest)) return 401;
  await redis.xadd("events", "*", "body", rawBody);
  return 200;
});
