/** What other files call on the context. */
const tell = (context) => (code, message) => {
  context.response.body = { code, message };
};

function hangMethods() {
  return async (ctx, next) => {
    ctx.tell = tell(ctx);
    ctx.fail = (status, message) => {
      ctx.status = status;
      ctx.body = { error: message };
    };
    await next();
  };
}

module.exports = { hangMethods };
