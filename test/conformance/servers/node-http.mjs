/** Hands each request to the server of the file that it is about, which does not listen itself. */
export function serve(http, modules) {
  return http.createServer((request, response) => {
    const [, prefix, rest] = /^(\/[^/]+)(.*)$/.exec(request.url);
    request.url = rest;
    modules.get(prefix).emit('request', request, response);
  });
}
