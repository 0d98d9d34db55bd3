#include "CSodium.h"

#include <sodium.h>
#include <stdlib.h>

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

struct tl_sha256_state {
    crypto_hash_sha256_state state;
};

tl_sha256_state *tl_sha256_begin(void) {
    tl_sha256_state *state = malloc(sizeof *state);
    if (state != NULL) crypto_hash_sha256_init(&state->state);
    return state;
}

void tl_sha256_add(tl_sha256_state *state, const uint8_t *bytes, size_t length) {
    if (state != NULL) crypto_hash_sha256_update(&state->state, bytes, length);
}

void tl_sha256_end(tl_sha256_state *state, uint8_t *out) {
    if (state == NULL) return;
    if (out != NULL) crypto_hash_sha256_final(&state->state, out);
    free(state);
}

void tl_random(uint8_t *out, size_t length) { randombytes_buf(out, length); }

int tl_equal(const uint8_t *a, const uint8_t *b, size_t length) { return sodium_memcmp(a, b, length) == 0; }

_Static_assert(tl_password_hash_bytes == crypto_pwhash_argon2id_STRBYTES, "a hash and its salt take 128 bytes");

enum { password_passes = 3, password_memory_bytes = 64 << 20 };

int tl_password_hash(char *out, const char *password, size_t length) {
    return crypto_pwhash_argon2id_str(out, password, length, password_passes, password_memory_bytes);
}

int tl_password_matches(const char *hash, const char *password, size_t length) {
    return crypto_pwhash_argon2id_str_verify(hash, password, length) == 0;
}
