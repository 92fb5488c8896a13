class Reply {
  static send(res, status, body) {
    return res.status(status).json(body);
  }

  static created(res, data) {
    return this.send(res, 201, { data });
  }

  static unauthorized(res, message) {
    return Reply.send(res, 401, { message });
  }
}

module.exports = Reply;
