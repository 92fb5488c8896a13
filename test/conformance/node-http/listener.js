const http = require('http');

const server = http.createServer();
const limits = { size: 10 };

server.on('request', async (req, res) => {
  const url = new URL(req.url, 'http://localhost');

  // case read: POST /read {"name":"tea"}
  // case malformed: POST /read oops
  // case too-large: POST /read {"name":"a longer name"}
  if (url.pathname === '/read') {
    let text = '';
    for await (const chunk of req) text += chunk;
    if (text.length > limits.size + 10) {
      res.writeHead(413);
      return res.end(); // answers too-large
    }
    try {
      const { name } = JSON.parse(text);
      res.writeHead(200, 'OK', { 'Content-Type': 'text/plain' });
      return res.end(name); // answers read
    } catch {
      res.statusCode = 400;
      return res.end('malformed'); // answers malformed
    }
  }

  // case unauthorized: GET /private
  if (url.pathname === '/private' && !req.headers.authorization) {
    return deny(res); // answers unauthorized
  }

  // case deny-with-status: GET /secret
  if (url.pathname === '/secret') return deny(res, 403); // answers deny-with-status

  // case later: GET /later
  if (url.pathname === '/later') {
    setTimeout(() => {
      res.statusCode = 503;
      res.end(); // answers later
    }, 5);
    return;
  }

  // case callback: GET /callback
  if (url.pathname === '/callback') {
    load('none', (error, data) => {
      if (error) {
        res.writeHead(502);
        res.end(); // answers callback
        return;
      }
      res.end(data);
    });
    return;
  }

  // case text-status: GET /text-status
  if (url.pathname === '/text-status') {
    const code = Number('418');
    res.writeHead(code).end(); // answers text-status
    return;
  }

  // case arrow: GET /arrow
  if (url.pathname === '/arrow') return handlers.arrow(req, res);

  // case table: GET /table
  const handler = routes[url.pathname];
  if (handler) return handler(req, res);

  // case rest: GET /rest
  res.writeHead(404, { 'Content-Type': 'text/plain' });
  res.end('nothing here'); // answers rest
});

function deny(res, status = 401) {
  res.statusCode = status;
  res.end('no');
}

function load(name, callback) {
  setImmediate(() => callback(new Error(`${name} is missing`)));
}

const handlers = {
  arrow: (req, res) => res.writeHead(303, { Location: '/x' }).end(), // answers arrow
};

const routes = {
  '/table': (req, res) => {
    res.statusCode = 207;
    res.end(); // answers table
  },
};

module.exports = server;
