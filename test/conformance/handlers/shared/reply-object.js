class ApiResponse {
  constructor(statusCode, data, message = 'Success') {
    this.statusCode = statusCode;
    this.data = data;
    this.message = message;
    this.success = statusCode < 400;
  }

  send(res, headers = {}) {
    for (const [key, value] of Object.entries(headers)) res.append(key, value);
    return res.status(this.statusCode).json({ message: this.message, data: this.data });
  }
}

class Created extends ApiResponse {
  constructor(message, data) {
    super(201, data, message);
  }
}

class ServiceResponse {
  constructor(success, message, responseObject, statusCode) {
    this.success = success;
    this.message = message;
    this.responseObject = responseObject;
    this.statusCode = statusCode;
  }

  static success(message, responseObject, statusCode = 200) {
    return new ServiceResponse(true, message, responseObject, statusCode);
  }

  static failure(message, responseObject, statusCode = 400) {
    return new ServiceResponse(false, message, responseObject, statusCode);
  }
}

const handleServiceResponse = (serviceResponse, response) => {
  return response.status(serviceResponse.statusCode).send(serviceResponse);
};

module.exports = { ApiResponse, Created, ServiceResponse, handleServiceResponse };
