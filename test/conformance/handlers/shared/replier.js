class Replier {
  answer(res, status) {
    res.status(status).json({ status });
  }

  gone(res) {
    this.answer(res, 410);
  }
}

module.exports = Replier;
