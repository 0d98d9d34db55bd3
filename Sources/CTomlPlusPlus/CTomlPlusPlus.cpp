// The only unit that compiles toml++; formatters and exceptions are left out to keep it small.
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#define TOML_UNRELEASED_FEATURES 0
// toml++ 3.3 asserts things that malformed text makes false (a key that starts with '=', say), and with NDEBUG it tells
// the compiler to believe them, which drops the branches that would report the error. Neither is wanted: with both off
// those branches run.
#undef NDEBUG
#define TOML_ASSERT(expr) static_cast<void>(0)
#include <toml++/toml.h>

#include "CTomlPlusPlus.h"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <new>
#include <string>
#include <string_view>
#include <vector>

struct tl_toml {
    std::vector<tl_toml_node> nodes;
    // A deque never moves what it holds, so that nodes may point into it.
    std::deque<std::string> texts;
    std::string error;
    uint32_t error_line = 0;
    uint32_t error_column = 0;
};

namespace {

struct Walker {
    tl_toml &document;
    size_t nodes_max;
    bool is_full = false;

    const char *keep(std::string_view text) {
        document.texts.emplace_back(text);
        return document.texts.back().data();
    }

    int32_t add(const toml::node &node, int32_t parent, const toml::key *key) {
        tl_toml_node out{};
        out.parent = parent;
        // An inline or scalar value is best named where its key stands; a key is unknown in arrays.
        toml::source_position at = key ? key->source().begin : node.source().begin;
        out.line = at.line;
        out.column = at.column;
        if (key) {
            out.key = keep(key->str());
            out.key_length = key->str().size();
        }
        describe(node, out);
        document.nodes.push_back(out);
        return static_cast<int32_t>(document.nodes.size() - 1);
    }

    void describe(const toml::node &node, tl_toml_node &out) {
        switch (node.type()) {
        case toml::node_type::table: out.type = TL_TOML_TABLE; break;
        case toml::node_type::array: out.type = TL_TOML_ARRAY; break;
        case toml::node_type::string: {
            out.type = TL_TOML_STRING;
            const std::string &text = node.as_string()->get();
            out.text = keep(text);
            out.text_length = text.size();
            break;
        }
        case toml::node_type::integer:
            out.type = TL_TOML_INTEGER;
            out.integer = node.as_integer()->get();
            break;
        case toml::node_type::floating_point:
            out.type = TL_TOML_FLOAT;
            out.real = node.as_floating_point()->get();
            break;
        case toml::node_type::boolean:
            out.type = TL_TOML_BOOLEAN;
            out.boolean = node.as_boolean()->get() ? 1 : 0;
            break;
        case toml::node_type::date: setText(out, TL_TOML_DATE, format(node.as_date()->get())); break;
        case toml::node_type::time: setText(out, TL_TOML_TIME, format(node.as_time()->get())); break;
        case toml::node_type::date_time: setText(out, TL_TOML_DATE_TIME, format(node.as_date_time()->get())); break;
        case toml::node_type::none: out.type = TL_TOML_TABLE; break;
        }
    }

    void setText(tl_toml_node &out, tl_toml_type type, const std::string &text) {
        out.type = type;
        out.text = keep(text);
        out.text_length = text.size();
    }

    static std::string format(const toml::date &date) {
        char text[16];
        std::snprintf(text, sizeof text, "%04u-%02u-%02u", unsigned(date.year), unsigned(date.month), unsigned(date.day));
        return text;
    }

    static std::string format(const toml::time &time) {
        char text[32];
        std::snprintf(text, sizeof text, "%02u:%02u:%02u", unsigned(time.hour), unsigned(time.minute),
                      unsigned(time.second));
        std::string out = text;
        if (time.nanosecond != 0) {
            std::snprintf(text, sizeof text, ".%09u", unsigned(time.nanosecond));
            out += text;
        }
        return out;
    }

    static std::string format(const toml::date_time &value) {
        std::string out = format(value.date) + "T" + format(value.time);
        if (!value.offset) return out;
        int minutes = value.offset->minutes;
        if (minutes == 0) return out + "Z";
        char text[16];
        unsigned magnitude = unsigned(minutes < 0 ? -minutes : minutes);
        std::snprintf(text, sizeof text, "%c%02u:%02u", minutes < 0 ? '-' : '+', magnitude / 60, magnitude % 60);
        return out + text;
    }

    void children(const toml::node &node, int32_t index) {
        if (document.nodes.size() > nodes_max) {
            is_full = true;
            return;
        }
        if (const toml::table *table = node.as_table()) {
            // toml++ keeps tables sorted by key; people read them in the order they were written.
            std::vector<std::pair<const toml::key *, const toml::node *>> entries;
            for (auto &&[key, value] : *table) entries.emplace_back(&key, &value);
            std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
                auto x = a.first->source().begin, y = b.first->source().begin;
                return x.line != y.line ? x.line < y.line : x.column < y.column;
            });
            for (auto &[key, value] : entries) {
                int32_t child = add(*value, index, key);
                children(*value, child);
                if (is_full) return;
            }
        } else if (const toml::array *array = node.as_array()) {
            for (const toml::node &value : *array) {
                int32_t child = add(value, index, nullptr);
                children(value, child);
                if (is_full) return;
            }
        }
    }
};

void read(tl_toml &document, std::string_view bytes, size_t nodes_max) {
    toml::parse_result result = toml::parse(bytes);
    if (!result) {
        const toml::parse_error &error = result.error();
        document.error = std::string(error.description());
        document.error_line = error.source().begin.line;
        document.error_column = error.source().begin.column;
        return;
    }
    Walker walker{document, nodes_max};
    const toml::table &root = result.table();
    int32_t index = walker.add(root, -1, nullptr);
    walker.children(root, index);
    if (walker.is_full) {
        document.error = "too many values";
        document.error_line = document.nodes.back().line;
        document.error_column = document.nodes.back().column;
    }
}

} // namespace

extern "C" {

tl_toml *tl_toml_parse(const char *bytes, size_t length, size_t nodes_max) {
    tl_toml *document = new (std::nothrow) tl_toml;
    if (!document) return nullptr;
    try {
        read(*document, std::string_view(bytes, length), nodes_max);
    } catch (...) {
        try {
            document->error = "out of memory or unreadable";
        } catch (...) {
            delete document;
            return nullptr;
        }
    }
    return document;
}

void tl_toml_free(tl_toml *document) { delete document; }

const char *tl_toml_error(const tl_toml *document, uint32_t *line, uint32_t *column) {
    if (document->error.empty()) return nullptr;
    *line = document->error_line;
    *column = document->error_column;
    return document->error.c_str();
}

size_t tl_toml_count(const tl_toml *document) { return document->nodes.size(); }

const tl_toml_node *tl_toml_nodes(const tl_toml *document) { return document->nodes.data(); }
}
