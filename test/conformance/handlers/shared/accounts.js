exports.show = (_req, _res, next) => next();
