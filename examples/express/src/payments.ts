/** Stands for the service of another company that moves the money. Tests and curious readers switch it off. */
export const paymentProvider = { available: true };

export class PaymentProviderError extends Error {}

/** Charges an amount in cents; rejects with a PaymentProviderError if the provider does not work. */
export async function charge(userId: string, amount: number): Promise<{ receipt: string }> {
  if (!paymentProvider.available) {
    throw new PaymentProviderError(`could not charge ${amount} to ${userId}: connection to 10.0.3.7:8443 refused`);
  }
  return { receipt: `receipt-${userId}-${amount}` };
}

/** The receipt of an order as text; rejects with a PaymentProviderError if the provider does not work. */
export async function fetchReceipt(orderId: string): Promise<string> {
  if (!paymentProvider.available) throw new PaymentProviderError(`could not fetch the receipt of ${orderId}`);
  return `Receipt of order ${orderId}`;
}
