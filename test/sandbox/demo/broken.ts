// Plays a bot that finds its configuration wanting.
console.error("BOT_TOKEN is missing");
process.exit(1);
