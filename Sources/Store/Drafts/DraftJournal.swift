import Glibc
package import WorkingTime

/// Something an agent has typed and not yet saved: a form or note for one customer, by field.
package struct Draft: Sendable, Equatable {
    /// Names form and customer, such as `note:C000123`; unique within a journal.
    package var key: String
    /// Field name and text, in the form's order.
    package var fields: [Field]
    package var savedAt: Instant

    package struct Field: Sendable, Equatable {
        package var name: String
        package var text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    package init(key: String, fields: [Field], savedAt: Instant) {
        self.key = key
        self.fields = fields
        self.savedAt = savedAt
    }
}

/// Drafts on disk, one file each, private to the OS user: what survives a crash, a kill or a dropped line.
///
/// A file is written beside its final name, synced and renamed, so a draft is always whole: the old text or the new.
/// They are kept outside the store because an unsaved note is nobody's record yet and must not wait for its lock.
package struct DraftJournal: Sendable {
    /// Bytes of one draft; more than any form holds.
    static let draftBytesMax = 1 << 20
    /// Drafts read at start; the newest are kept.
    static let draftsMax = 1_000

    private let directory: String

    /// A journal in `directory`, which is made (mode 0700) when the first draft is saved.
    package init(directory: String) {
        self.directory = directory
    }

    /// All drafts, newest first. A file that cannot be read as a draft is left where it is and passed over.
    package func load() -> [Draft] {
        guard let listing = opendir(directory) else { return [] }
        defer { closedir(listing) }
        var drafts: [Draft] = []
        while let entry = readdir(listing), drafts.count < Self.draftsMax {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasSuffix(".draft"),
                let text = AtomicFile.read(directory + "/" + name, bytesMax: Self.draftBytesMax),
                let draft = Self.decode(text)
            else { continue }
            drafts.append(draft)
        }
        return drafts.sorted { $0.savedAt > $1.savedAt }
    }

    /// Keeps `draft` in place of an older one with the same key; returns once it is on the disk.
    package func save(_ draft: Draft) throws(AtomicFileError) {
        try AtomicFile.write(Array(Self.encode(draft).utf8), to: path(of: draft.key))
    }

    /// Forgets the draft with `key`, if there is one.
    package func discard(key: String) {
        AtomicFile.remove(path(of: key))
    }

    // MARK: Text form

    /// `tierline draft 1`, key, time, then one `name<TAB>text` line a field and `end`; `\` escapes line ends and tabs.
    static func encode(_ draft: Draft) -> String {
        var text = "tierline draft 1\n\(escape(draft.key))\n\(draft.savedAt.microseconds)\n"
        for field in draft.fields { text += escape(field.name) + "\t" + escape(field.text) + "\n" }
        return text + "end\n"
    }

    static func decode(_ text: String) -> Draft? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard lines.count >= 4, lines.first == "tierline draft 1", lines.last == "end",
            let microseconds = Int64(lines[2])
        else { return nil }
        var fields: [Draft.Field] = []
        for line in lines[3..<lines.count - 1] {
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            fields.append(Draft.Field(name: unescape(parts[0]), text: unescape(parts[1])))
        }
        return Draft(key: unescape(lines[1]), fields: fields, savedAt: Instant(microseconds: microseconds))
    }

    private static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func unescape(_ text: Substring) -> String {
        var plain = ""
        var escaping = false
        for scalar in text.unicodeScalars {
            if escaping {
                plain.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar == "t" ? "\t" : scalar)
                escaping = false
            } else if scalar == "\\" {
                escaping = true
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    /// The file of a key: bytes outside letters, digits and `-` become `_` and two hexadecimal digits.
    private func path(of key: String) -> String {
        var name = ""
        for byte in key.utf8.prefix(100) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                name += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return directory + "/" + name + ".draft"
    }
}
