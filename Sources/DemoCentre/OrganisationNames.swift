/// The pieces that the names of organisations are put together from.
enum OrganisationNames {
    /// Names as (traditional, simplified, English).
    static let heads: [(traditional: String, simplified: String, english: String)] = [
        ("青松", "青松", "Green Pine"), ("遠帆", "远帆", "Far Sail"), ("晨光", "晨光", "Morning Light"),
        ("長河", "长河", "Long River"), ("白鷺", "白鹭", "White Egret"), ("新雨", "新雨", "New Rain"),
        ("銀杏", "银杏", "Ginkgo"), ("北岸", "北岸", "North Shore"), ("雲嶺", "云岭", "Cloud Ridge"),
        ("南薰", "南薰", "South Breeze"), ("三葉", "三叶", "Three Leaves"), ("藍圖", "蓝图", "Blueprint"),
        ("東籬", "东篱", "East Hedge"), ("金穗", "金穗", "Golden Ear"), ("海燕", "海燕", "Petrel"),
        ("石橋", "石桥", "Stone Bridge"), ("雙塔", "双塔", "Twin Towers"), ("望月", "望月", "Moonrise"),
    ]

    /// Trades as (traditional, simplified, English).
    static let trades: [(traditional: String, simplified: String, english: String)] = [
        ("物流", "物流", "Logistics"), ("食品", "食品", "Foods"), ("建材", "建材", "Building Materials"),
        ("電子", "电子", "Electronics"), ("診所", "诊所", "Clinic"), ("租車", "租车", "Car Hire"),
        ("旅行社", "旅行社", "Travel"), ("印刷", "印刷", "Printing"), ("園藝", "园艺", "Gardens"),
        ("補習班", "培训", "School"), ("計程車", "出租车", "Taxis"), ("餐飲", "餐饮", "Catering"),
    ]
}
