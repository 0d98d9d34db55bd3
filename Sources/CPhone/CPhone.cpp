#include "CPhone.h"

#include <cstring>
#include <mutex>
#include <set>
#include <string>

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

namespace {

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using i18n::phonenumbers::ShortNumberInfo;

// The library and the facts asked of it once. Made on first use and never destroyed, so that no thread can
// outlive it at exit.
struct Library {
  const PhoneNumberUtil &util;
  const ShortNumberInfo short_numbers;
  std::set<std::string> regions;

  Library() : util(quiet()) { util.GetSupportedRegions(&regions); }

  // The library logs to standard output by default, which on a desk is the screen.
  static const PhoneNumberUtil &quiet() {
    PhoneNumberUtil *instance = PhoneNumberUtil::GetInstance();
    instance->SetLogger(new NullLogger());
    return *instance;
  }
};

// Its first call must not run twice at once (the singleton, the logger); function statics are guarded by C++11.
const Library &library() {
  static const Library *const instance = new Library();
  return *instance;
}

template <size_t capacity> bool copy(const std::string &from, char (&to)[capacity]) {
  if (from.size() >= capacity) return false;
  std::memcpy(to, from.data(), from.size());
  to[from.size()] = 0;
  return true;
}

bool parse(const std::string &text, const char *region, CPhoneNumber *out) {
  const Library &lib = library();
  PhoneNumber number;
  if (lib.util.Parse(text, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
  std::string e164, national;
  lib.util.Format(number, PhoneNumberUtil::E164, &e164);
  lib.util.GetNationalSignificantNumber(number, &national);
  if (!copy(e164, out->e164) || !copy(national, out->national)) return false;
  if (!copy(number.extension(), out->extension)) out->extension[0] = 0;
  out->country_code = number.country_code();
  out->line_type = lib.util.GetNumberType(number);
  out->is_valid = out->line_type != CPHONE_UNKNOWN;
  out->is_possible = lib.util.IsPossibleNumber(number);
  out->area_code_length = out->is_valid ? lib.util.GetLengthOfGeographicalAreaCode(number) : 0;
  return true;
}

}  // namespace

bool cphone_parse(const char *text, size_t length, const char *region, CPhoneNumber *out) {
  std::memset(out, 0, sizeof *out);
  out->line_type = CPHONE_UNKNOWN;
  if (length == 0 || length > CPHONE_TEXT_MAX) return false;
  try {
    if (parse(std::string(text, length), region, out)) return true;
  } catch (...) {
  }
  std::memset(out, 0, sizeof *out);
  out->line_type = CPHONE_UNKNOWN;
  return false;
}

bool cphone_is_short_code(const char *digits, size_t length, const char *region) {
  if (length == 0 || length > CPHONE_TEXT_MAX) return false;
  try {
    const Library &lib = library();
    PhoneNumber number;
    if (lib.util.Parse(std::string(digits, length), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
      return false;
    }
    return lib.short_numbers.IsValidShortNumberForRegion(number, region);
  } catch (...) {
    return false;
  }
}

bool cphone_knows_region(const char *region) {
  try {
    return library().regions.count(region) != 0;
  } catch (...) {
    return false;
  }
}

bool cphone_format_international(const char *e164, size_t length, char *out, size_t capacity) {
  if (length == 0 || length > CPHONE_TEXT_MAX || capacity == 0) return false;
  out[0] = 0;
  try {
    const Library &lib = library();
    PhoneNumber number;
    if (lib.util.Parse(std::string(e164, length), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
    std::string text;
    lib.util.Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
    if (text.size() >= capacity) return false;
    std::memcpy(out, text.c_str(), text.size() + 1);
    return true;
  } catch (...) {
    return false;
  }
}
