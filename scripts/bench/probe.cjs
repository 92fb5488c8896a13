// Loaded into a server that is measured: tells, when it is asked over the channel between Node processes, what it has used.
process.on('message', (what) => {
  if (what === 'time') {
    const { user, system } = process.cpuUsage();
    process.send((user + system) / 1000);
    return;
  }
  globalThis.gc();
  globalThis.gc();
  process.send({ heap: process.memoryUsage().heapUsed, mostRss: process.resourceUsage().maxRSS * 1024 });
});
// The channel alone is to keep nobody alive.
process.channel.unref();
