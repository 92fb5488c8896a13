exports.sendError = (res, status = 500, message = 'Something went wrong') => {
  return res.status(status).json({ error: message });
};

function respond(res, { status = 200, message, data = null }) {
  res.status(status).json({ message, data });
}

function fail(options) {
  options.res.status(options.code || 400).json({ success: false });
}

function ok(res, options) {
  const code = options.statusCode || 200;
  return res.status(code).json({ success: true, data: options.data });
}

exports.respond = respond;
exports.fail = fail;
exports.ok = ok;
