const { status } = require('elysia');

class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

class NotFound extends ApiError {
  constructor(what) {
    super(404, `No such ${what}`);
  }
}

function requireUser(user) {
  if (!user) throw status(401, 'Log in'); // answers helper of controllers
  return user;
}

const conflict = (message) => status(409, { message });

module.exports = { ApiError, NotFound, requireUser, conflict };
