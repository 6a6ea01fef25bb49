/** ISO 4217 codes that stand before or after an amount. */
// biome-ignore format: a table reads best in rows
export const CURRENCY_CODES: ReadonlySet<string> = new Set([
  'USD', 'EUR', 'GBP', 'JPY', 'CNY', 'RMB', 'INR', 'KRW', 'CHF', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'SEK',
  'NOK', 'DKK', 'BRL', 'MXN', 'ZAR', 'PLN', 'CZK', 'TWD', 'AED', 'SAR', 'ILS', 'TRY',
]);
