exports.HttpStatus = { OK: 200, CREATED: 201, UNPROCESSABLE_ENTITY: 422 };

exports.codes = { forbidden: 403, gone: 410 };
