#include "CSodium.h"

#include <sodium.h>

_Static_assert(tl_hash_bytes == crypto_auth_hmacsha256_BYTES, "HMAC-SHA256 gives 32 bytes");
_Static_assert(tl_hash_bytes == crypto_hash_sha256_BYTES, "SHA-256 gives 32 bytes");

int tl_sodium_start(void) { return sodium_init() < 0 ? -1 : 0; }

void tl_hmac_sha256(
    uint8_t *out, const uint8_t *key, const uint8_t *first, size_t first_length, const uint8_t *second,
    size_t second_length) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key, tl_key_bytes);
    crypto_auth_hmacsha256_update(&state, first, first_length);
    crypto_auth_hmacsha256_update(&state, second, second_length);
    crypto_auth_hmacsha256_final(&state, out);
    sodium_memzero(&state, sizeof state);
}

void tl_sha256(uint8_t *out, const uint8_t *bytes, size_t length) { crypto_hash_sha256(out, bytes, length); }

void tl_random(uint8_t *out, size_t length) { randombytes_buf(out, length); }

int tl_equal(const uint8_t *a, const uint8_t *b, size_t length) { return sodium_memcmp(a, b, length) == 0; }
