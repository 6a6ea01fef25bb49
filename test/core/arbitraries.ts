import fc from 'fast-check';

/** Any sequence of UTF-16 code units, lone surrogates and control characters among them. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...'aZ09 .,-\'"\n\r\t$%|*_[]()<>&#`~:;/\\') },
    fc.constantFrom('\ud800', '\udc00', '\u00a0', '\u202e', '\ufeff', '\u0000', 'é', '٣', '３', '万', '😀', 'ﬁ', 'İ'),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  ),
  maxLength: 120,
});
