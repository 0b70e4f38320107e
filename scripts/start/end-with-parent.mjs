// Preloaded into what npm start starts: when that process is gone, however it went, so is this one.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
