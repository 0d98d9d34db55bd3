/// The pieces that people's names are put together from. Any likeness to a living person is chance.
enum PersonNames {
    /// Surnames as (traditional, simplified), common ones first; compound ones and some with a reading of their own.
    static let surnames: [(traditional: String, simplified: String)] = [
        ("陳", "陈"), ("林", "林"), ("黃", "黄"), ("張", "张"), ("李", "李"), ("王", "王"), ("吳", "吴"), ("劉", "刘"),
        ("蔡", "蔡"), ("楊", "杨"), ("許", "许"), ("鄭", "郑"), ("謝", "谢"), ("洪", "洪"), ("郭", "郭"), ("邱", "邱"),
        ("曾", "曾"), ("廖", "廖"), ("賴", "赖"), ("徐", "徐"), ("周", "周"), ("葉", "叶"), ("蘇", "苏"), ("莊", "庄"),
        ("呂", "吕"), ("江", "江"), ("何", "何"), ("蕭", "萧"), ("羅", "罗"), ("高", "高"), ("潘", "潘"), ("簡", "简"),
        ("朱", "朱"), ("鍾", "钟"), ("彭", "彭"), ("詹", "詹"), ("胡", "胡"), ("施", "施"), ("沈", "沈"), ("余", "余"),
        ("趙", "赵"), ("盧", "卢"), ("梁", "梁"), ("顏", "颜"), ("柯", "柯"), ("孫", "孙"), ("魏", "魏"), ("翁", "翁"),
        ("戴", "戴"), ("范", "范"), ("宋", "宋"), ("方", "方"), ("鄧", "邓"), ("杜", "杜"), ("傅", "傅"), ("單", "单"),
        ("仇", "仇"), ("區", "区"), ("解", "解"), ("查", "查"), ("歐陽", "欧阳"), ("司馬", "司马"), ("尉遲", "尉迟"),
        ("諸葛", "诸葛"),
    ]

    /// Characters of given names as (traditional, simplified).
    static let givenCharacters: [(traditional: String, simplified: String)] = [
        ("志", "志"), ("明", "明"), ("俊", "俊"), ("傑", "杰"), ("建", "建"), ("宏", "宏"), ("家", "家"), ("豪", "豪"),
        ("淑", "淑"), ("芬", "芬"), ("美", "美"), ("玲", "玲"), ("雅", "雅"), ("婷", "婷"), ("怡", "怡"), ("君", "君"),
        ("宗", "宗"), ("翰", "翰"), ("冠", "冠"), ("宇", "宇"), ("承", "承"), ("恩", "恩"), ("詩", "诗"), ("涵", "涵"),
        ("欣", "欣"), ("妤", "妤"), ("佳", "佳"), ("蓉", "蓉"), ("麗", "丽"), ("華", "华"), ("國", "国"), ("強", "强"),
        ("偉", "伟"), ("磊", "磊"), ("洋", "洋"), ("勇", "勇"), ("軍", "军"), ("敏", "敏"), ("靜", "静"), ("麗", "丽"),
        ("秀", "秀"), ("英", "英"), ("娟", "娟"), ("霞", "霞"), ("平", "平"), ("剛", "刚"), ("桂", "桂"), ("蘭", "兰"),
        ("文", "文"), ("哲", "哲"), ("育", "育"), ("賢", "贤"), ("思", "思"), ("穎", "颖"), ("子", "子"), ("軒", "轩"),
        ("雨", "雨"), ("晴", "晴"), ("心", "心"), ("柔", "柔"), ("樂", "乐"), ("瑤", "瑶"), ("峰", "峰"), ("慧", "慧"),
    ]

    static let englishGiven = [
        "Alice", "Amelia", "Andrew", "Anna", "Ben", "Catherine", "Chloé", "Colin", "Daniel", "Edith", "Emily", "Eric",
        "Fiona", "George", "Grace", "Harriet", "Henry", "Isabel", "Jack", "James", "José", "Karen", "Kelvin", "Laura",
        "Leo", "Lucy", "Martin", "Matthew", "Mei", "Nadia", "Oliver", "Patricia", "Peter", "Rachel", "Renée", "Ruth",
        "Samuel", "Simon", "Sophie", "Theo", "Thomas", "Vincent", "Wendy", "William", "Zoë",
    ]

    static let englishFamily = [
        "Abbott", "Barker", "Chan", "Cheung", "Collins", "Cooper", "Dalton", "Edwards", "Fisher", "Fong", "Gibson",
        "Hughes", "Ho", "Jensen", "Kwok", "Lam", "Lau", "Leung", "Marsh", "Mitchell", "Müller", "Ng", "O'Brien",
        "Palmer", "Pereira", "Quinn", "Reid", "Shaw", "Siu", "Taylor", "Turner", "van Dijk", "Walsh", "Wong", "Yip",
        "Yuen",
    ]
}
