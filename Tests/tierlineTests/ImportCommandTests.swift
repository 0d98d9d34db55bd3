import Foundation
import Testing

@Suite struct ImportCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
    }

    @Test func `a list is imported once, the counts add up, and again nothing changes`() throws {
        let file = try place.write(
            "編號,姓名,電話\n1,陳大文,0912345678\n2,林小明,02-25551234\n3,,\n", to: "customers.csv")
        let first = try place.run("import", "customers", file, "--source", "crm", "--json")
        #expect(first.status == 0, "\(first.output)\(first.errors)")
        let counts = try first.json()
        for key in ["rows", "inserted", "updated", "unchanged", "rejected", "rejects_file", "encoding", "seconds"] {
            #expect(counts[key] != nil, "\(key)")
        }
        let number = { (key: String, counts: [String: Any]) in counts[key] as? Int ?? -1 }
        #expect(number("rows", counts) == 3)
        #expect(
            number("inserted", counts) + number("updated", counts) + number("unchanged", counts)
                + number("rejected", counts) == 3)
        let second = try place.run("import", "customers", file, "--source", "crm", "--json").json()
        #expect(number("inserted", second) == 0)
        #expect(number("updated", second) == 0)
        #expect(try place.run("lookup", "陳大").status == 0)
    }

    @Test func `a dry run keeps nothing`() throws {
        let file = try place.write("編號,姓名,電話\n1,陳大文,0912345678\n", to: "customers.csv")
        #expect(try place.run("import", "customers", file, "--dry-run", "--json").status == 0)
        #expect(try place.run("lookup", "陳大").status == 1)
    }

    @Test func `a missing file is 66`() throws {
        let run = try place.run("import", "customers", place.path("nothing.csv"), "--json")
        #expect(run.status == 66)
        #expect(try run.errorCode() == "E_NO_FILE")
    }

    @Test func `a missing map is 66, a broken one 78 with its line`() throws {
        let file = try place.write("a,b\n1,2\n", to: "customers.csv")
        #expect(try place.run("import", "customers", file, "--map", place.path("no.toml")).status == 66)
        let map = try place.write("[columns]\nname = = 1\n", to: "bad.toml")
        let run = try place.run("import", "customers", file, "--map", map)
        #expect(run.status == 78)
        #expect(run.errors.contains("bad.toml:2"))
    }

    @Test func `a header that says nothing is 65`() throws {
        let file = try place.write("alpha,beta\n1,2\n", to: "customers.csv")
        let run = try place.run("import", "customers", file, "--json")
        #expect(run.status == 65)
        #expect(try run.errorCode() == "E_COLUMN")
    }

    @Test func `an encoding is found out and said, and one that does not fit rejects the rows`() throws {
        let file = place.path("big5.csv")
        // "姓名" and "陳" in Big5.
        try Data([0xA9, 0x6D, 0xA6, 0x57, 0x0A, 0xB3, 0xAF, 0x0A]).write(to: URL(fileURLWithPath: file))
        let found = try place.run("import", "customers", file, "--json")
        #expect(found.status == 0)
        let answer = try found.json()
        #expect(answer["encoding"] as? String == "big5")
        #expect(answer["inserted"] as? Int == 1)
        let told = try place.run("import", "customers", file, "--encoding", "utf-8", "--json")
        #expect(told.status == 65)
        #expect(try told.errorCode() == "E_ENCODING")
    }
}
