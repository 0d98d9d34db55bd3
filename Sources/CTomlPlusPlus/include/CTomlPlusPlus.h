#ifndef CTOMLPLUSPLUS_H
#define CTOMLPLUSPLUS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parsed TOML document as a flat list of nodes in file order of their tables, or the place and text of its first error.
typedef struct tl_toml tl_toml;

typedef enum {
    TL_TOML_TABLE = 0,
    TL_TOML_ARRAY = 1,
    TL_TOML_STRING = 2,
    TL_TOML_INTEGER = 3,
    TL_TOML_FLOAT = 4,
    TL_TOML_BOOLEAN = 5,
    TL_TOML_DATE = 6,
    TL_TOML_TIME = 7,
    TL_TOML_DATE_TIME = 8
} tl_toml_type;

/// One value. Text is UTF-8, not terminated, and lives as long as the document.
typedef struct {
    tl_toml_type type;
    /// Place of the table or array that holds this value; -1 for the root, which is node 0.
    int32_t parent;
    /// Key in its table; null in an array and for the root.
    const char *key;
    size_t key_length;
    /// A string's text; date and time values as they are written in RFC 3339.
    const char *text;
    size_t text_length;
    int64_t integer;
    double real;
    int32_t boolean;
    /// Where the key stands, or the value in an array; 1-based, 0 when unknown. Columns count characters.
    uint32_t line;
    uint32_t column;
} tl_toml_node;

/// Reads a document. Never null but when memory is out. The bytes are not needed after the call.
/// Documents nested deeper than the parser's limit and more than `nodes_max` values are errors.
tl_toml *tl_toml_parse(const char *bytes, size_t length, size_t nodes_max);
void tl_toml_free(tl_toml *document);

/// Null when the document was read; else a sentence in English, and where.
const char *tl_toml_error(const tl_toml *document, uint32_t *line, uint32_t *column);

size_t tl_toml_count(const tl_toml *document);
/// The nodes, parents before their children; `tl_toml_count` of them.
const tl_toml_node *tl_toml_nodes(const tl_toml *document);

#ifdef __cplusplus
}
#endif
#endif
