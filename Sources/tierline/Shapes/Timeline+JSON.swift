import Complaints
import Dossier
import Money

extension TimelineEntry {
    func json(in centre: Centre) -> JSON {
        [
            "at": .string(centre.timestamp(at)),
            "kind": .string(kind.rawValue),
            "text": .string(text),
            "amount": .count(amount?.minorUnits),
            "currency": .text(amount?.currency.rawValue),
            "by": .text(by),
            "ref": .text(reference),
            "withdrawn": .boolean(isWithdrawn),
        ]
    }
}

extension FollowUp {
    func json(in centre: Centre) -> JSON {
        [
            "due": .string(centre.timestamp(due)), "text": .string(text), "owner": .string(owner),
            "case": .text(caseNumber?.description), "phone": .text(phone), "team": .text(team),
            "tries": .integer(Int64(tries)),
        ]
    }
}

extension Holding {
    func json(in centre: Centre) -> JSON {
        [
            "product": .string(product), "reference": .text(reference), "since": centre.timestamp(since),
            "until": centre.timestamp(until),
        ]
    }
}
