#pragma once

#include <stddef.h>
#include <stdint.h>

/// The few functions of libsodium the store needs, behind names of ours.

enum { tl_hash_bytes = 32, tl_key_bytes = 32 };

/// Readies the library; 0 on success, and again on every later call. Needed before `tl_random`.
int tl_sodium_start(void);

/// HMAC-SHA256 of the two parts one after the other, into `out` (32 bytes).
void tl_hmac_sha256(
    uint8_t *out, const uint8_t *key, const uint8_t *first, size_t first_length, const uint8_t *second,
    size_t second_length);

/// SHA-256 of a file's bytes as they are read; `tl_sha256_end` frees it and may be given no `out`.
typedef struct tl_sha256_state tl_sha256_state;
tl_sha256_state *tl_sha256_begin(void);
void tl_sha256_add(tl_sha256_state *state, const uint8_t *bytes, size_t length);
void tl_sha256_end(tl_sha256_state *state, uint8_t *out);

/// SHA-256 of the bytes, into `out` (32 bytes).
void tl_sha256(uint8_t *out, const uint8_t *bytes, size_t length);

/// Fills `out` with unpredictable bytes.
void tl_random(uint8_t *out, size_t length);

/// 1 when the two are equal, in a time that does not depend on where they differ.
int tl_equal(const uint8_t *a, const uint8_t *b, size_t length);

/// Length of a password's hash as text, with its closing zero.
enum { tl_password_hash_bytes = 128 };

/// Argon2id of a password (64 MiB, 3 passes, 1 lane) as text with its salt; 0 on success, -1 when memory is short.
int tl_password_hash(char *out, const char *password, size_t length);

/// 1 when the text is the hash of this password.
int tl_password_matches(const char *hash, const char *password, size_t length);
