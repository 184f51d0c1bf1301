// Preloaded into the API that `npm start` runs: when the command is killed and cannot say goodbye, the channel to it
// closes, and the API drains and leaves by itself instead of holding the port.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
