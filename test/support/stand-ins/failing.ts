// Stands in for a bot that can't work.
process.exit(3);
