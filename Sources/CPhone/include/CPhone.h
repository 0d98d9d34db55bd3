// A C face for libphonenumber: Swift cannot import its C++ headers.
// Every function is safe from any thread, never throws, and loads the library's metadata (about 7 ms) on first use.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Longest text the library accepts; longer ones are refused here.
#define CPHONE_TEXT_MAX 250

/// Kinds of line: the library's own numbers, repeated so that Swift need not see its header.
enum CPhoneLineType {
  CPHONE_FIXED_LINE = 0,
  CPHONE_MOBILE = 1,
  CPHONE_FIXED_LINE_OR_MOBILE = 2,
  CPHONE_TOLL_FREE = 3,
  CPHONE_PREMIUM_RATE = 4,
  CPHONE_SHARED_COST = 5,
  CPHONE_VOIP = 6,
  CPHONE_PERSONAL_NUMBER = 7,
  CPHONE_PAGER = 8,
  CPHONE_UAN = 9,
  CPHONE_VOICEMAIL = 10,
  CPHONE_UNKNOWN = 11
};

/// What the numbering plans say of one text.
typedef struct {
  /// With its plus sign, zero-terminated.
  char e164[32];
  /// National significant number, zero-terminated.
  char national[24];
  /// Extension digits, zero-terminated; empty without one.
  char extension[24];
  int32_t country_code;
  /// How many leading digits of `national` are a geographical area code; 0 when there is none.
  int32_t area_code_length;
  int32_t line_type;
  bool is_valid;
  /// The length is possible, the number need not be valid.
  bool is_possible;
} CPhoneNumber;

/// Parses `length` bytes of UTF-8 as dialled in `region` (an ISO 3166 code, zero-terminated).
/// False when there is no number in it (or the library fails); `out` is then zeroed.
bool cphone_parse(const char *text, size_t length, const char *region, CPhoneNumber *out);

/// True when `digits` is a short service or emergency code of `region`.
bool cphone_is_short_code(const char *digits, size_t length, const char *region);

/// True when the library has a numbering plan for `region`.
bool cphone_knows_region(const char *region);

/// Writes the international format (`+81 3-6384-9000`) of an E.164 text, zero-terminated, cut at `capacity`.
/// False when it is no number or does not fit.
bool cphone_format_international(const char *e164, size_t length, char *out, size_t capacity);

#ifdef __cplusplus
}
#endif
