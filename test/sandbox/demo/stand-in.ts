// Plays the bot where only its being a process matters: ready at once, and tells what time it thinks it is.
import { createServer } from "node:http";

createServer((_, response) => {
  response.end(JSON.stringify({ now: Date.now(), pid: process.pid, date: new Date() }));
}).listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
