/// The words by which files name their columns, in English and in Chinese of both scripts.
///
/// Written as ``HeaderFold`` leaves them. The first field of a row's kind that knows a header takes it.
enum HeaderWords {
    /// The field a header names in files of a kind; nil for one we read nothing from.
    static func field(_ header: String, in kind: ImportKind) -> ImportField? {
        let folded = HeaderFold.fold(header)
        guard !folded.isEmpty else { return nil }
        if let field = ImportField(rawValue: header), ImportField.fields(of: kind).contains(field) { return field }
        if kind == .customers, whoInCustomerFiles.contains(folded) { return .name }
        if kind == .customers, words(for: .customer, in: kind).contains(folded) { return .reference }
        return ImportField.fields(of: kind).first { words(for: $0, in: kind).contains(folded) }
    }

    /// A list of customers calls the name so; elsewhere the same word heads their keys.
    private static let whoInCustomerFiles: Set = ["customer", "client", "member", "客戶", "客户", "會員", "会员", "顧客", "顾客"]

    private static func words(for field: ImportField, in kind: ImportKind) -> [String] {
        switch (field, kind) {
        case (.reference, .purchases): common[.reference, default: []] + ["lineid", "transactionid", "明細編號", "明细编号"]
        case (.reference, .interactions):
            common[.reference, default: []] + ["callid", "contactid", "ticketid", "通話編號", "通话编号", "聯絡編號", "联系编号"]
        case (.reference, .complaints):
            common[.reference, default: []] + [
                "complaintid", "caseid", "caseno", "casenumber", "ticketid", "案號", "案号", "案件編號", "案件编号", "申訴編號",
                "投诉编号", "投诉单号", "工單號", "工单号",
            ]
        case (.reference, .holdings): common[.reference, default: []] + ["holdingid", "持有編號", "持有编号"]
        case (.category, .complaints):
            ["category", "issue", "complainttype", "type", "類別", "类别", "分類", "分类", "案類", "投诉类型", "申訴類別"]
        case (.number, .holdings):
            [
                "number", "contract", "contractno", "policyno", "serialno", "serialnumber", "合約編號", "合约编号", "合同号",
                "合同编号",
                "保單號碼", "保单号", "序號", "序列号",
            ]
        case (.reference, .vehicles): common[.reference, default: []] + ["vehicleid", "車輛編號", "车辆编号"]
        case (.kind, .customers): ["kind", "type", "customertype", "類別", "类别", "類型", "类型", "客戶類型", "客户类型"]
        case (.kind, .purchases): ["kind", "type", "transactiontype", "交易類型", "交易类型", "類型", "类型"]
        case (.kind, .interactions):
            ["kind", "type", "channel", "管道", "渠道", "聯絡方式", "联系方式", "類型", "类型", "方式"]
        default: common[field, default: []]
        }
    }

    private static let common: [ImportField: [String]] = everyday.merging(complaints) { words, _ in words }

    private static let everyday: [ImportField: [String]] = [
        .reference: [
            "reference", "ref", "id", "key", "recid", "recordid", "編號", "编号", "代碼", "代码", "序號", "序号", "流水號", "流水号",
        ],
        .customer: [
            "customer", "customerid", "customerno", "customernumber", "customercode", "customerreference", "client",
            "clientid", "memberid", "member", "account", "accountno", "userid", "客戶", "客户", "客戶編號", "客户编号",
            "客戶代碼", "客户代码", "客戶代號", "客户代号", "客戶號", "客户号", "會員編號", "会员编号", "會員", "会员", "會員號", "会员号",
            "顧客編號", "顾客编号", "帳號", "账号",
        ],
        .name: [
            "name", "customername", "fullname", "company", "companyname", "contactname", "organisation",
            "organization", "姓名", "名稱", "名称", "客戶姓名", "客户姓名", "客戶名稱", "客户名称", "顧客姓名", "顾客姓名", "會員姓名",
            "会员姓名", "公司名稱", "公司名称", "單位名稱", "单位名称", "單位", "单位", "機構名稱", "机构名称", "醫事機構名稱", "聯絡人",
            "联系人",
        ],
        .phone: [
            "phone", "phones", "phonenumber", "telephone", "tel", "mobile", "mobilephone", "cell", "cellphone",
            "homephone", "workphone", "contactphone", "電話", "电话", "電話號碼", "电话号码", "聯絡電話", "联系电话", "手機", "手机",
            "手機號碼", "手机号码", "手機號", "手机号", "行動電話", "移动电话", "住家電話", "家庭电话", "公司電話", "公司电话", "座機", "座机",
            "市話", "固定电话", "醫事機構電話",
        ],
        .plate: [
            "plate", "plates", "licenseplate", "licenceplate", "platenumber", "plateno", "registration",
            "carplate", "vehicleplate", "車牌", "车牌", "車牌號", "车牌号", "車牌號碼", "车牌号码", "牌照", "牌照號碼", "牌照号码", "車號",
            "车号",
        ],
        .model: ["model", "vehiclemodel", "carmodel", "vehicle", "車型", "车型", "型號", "型号", "車款", "车款"],
        .region: ["region", "regioncode", "地區", "地区", "區域", "区域"],
        .sex: ["sex", "gender", "性別", "性别"],
        .birthYear: ["birthyear", "yearofbirth", "出生年", "出生年份"],
        .birthDate: ["birthdate", "dateofbirth", "birthday", "dob", "生日", "出生日期", "出生年月日"],
        .givenName: ["givenname", "firstname", "forename", "名", "名字"],
        .surname: ["surname", "lastname", "familyname", "姓", "姓氏"],
        .idNumber: [
            "idnumber", "idno", "nationalid", "identitynumber", "socsecid", "ssn", "taxid", "taxnumber", "vatnumber",
            "身分證字號", "身份證字號", "身分證號", "身份证号", "身份证号码", "證件號碼", "证件号码", "證號", "证件号", "統一編號", "統編",
            "统一编号", "统一社会信用代码", "税号", "稅號",
        ],
        .houseNumber: ["housenumber", "streetnumber", "houseno", "streetno", "門牌", "门牌", "門牌號", "门牌号"],
        .addressExtra: ["addressextra", "address2", "addressline2", "building", "樓層", "楼层", "大樓", "大楼"],
        .locality: [
            "locality", "suburb", "city", "town", "district", "城市", "鄉鎮市區", "乡镇市区", "區", "区", "縣市", "县市",
        ],
        .postcode: ["postcode", "postalcode", "zip", "zipcode", "郵遞區號", "邮递区号", "邮政编码", "邮编", "郵編"],
        .province: ["province", "state", "省", "省份"],
        .taboos: ["taboos", "taboo", "禁忌", "忌諱", "忌讳"],
        .consents: ["consents", "consent", "optin", "同意", "同意事項", "同意事项", "授權", "授权", "個資同意", "个人信息授权"],
        .contactPreference: ["contactpreference", "preferredcontact", "聯絡方式偏好", "联系方式偏好", "聯絡時段", "联系时段"],
        .address: [
            "address", "addr", "postaladdress", "address1", "addressline1", "street", "streetname", "地址", "住址", "聯絡地址",
            "联系地址", "通訊地址", "通讯地址", "醫事機構地址",
        ],
        .creditGrade: ["creditgrade", "credit", "creditrating", "信用等級", "信用等级", "信用", "信用評級", "信用评级"],
        .hint: ["hint", "remark", "remarks", "note", "notes", "備註", "备注", "提示", "注意事項", "注意事项"],
        .preferences: ["preferences", "preference", "偏好", "喜好", "聯絡偏好", "联系偏好"],
        .vulnerableNeed: ["vulnerableneed", "specialneed", "specialneeds", "accessibility", "特殊需求", "特殊需要"],
        .responsible: [
            "responsible", "owner", "accountmanager", "salesrep", "負責人員", "负责人员", "業務員", "业务员", "客戶經理", "客户经理",
            "專員", "专员",
        ],
        .at: [
            "at", "date", "datetime", "time", "timestamp", "invoicedate", "orderdate", "purchasedate",
            "transactiondate", "calldate", "日期", "時間", "时间", "日期時間", "日期时间", "交易日期", "訂單日期", "订单日期", "購買日期",
            "购买日期", "消費日期", "消费日期", "消費時間", "消费时间", "通話時間", "通话时间", "聯絡時間", "联系时间", "發生時間", "发生时间",
        ],
        .invoice: [
            "invoice", "invoiceno", "invoicenumber", "order", "orderid", "orderno", "ordernumber", "receipt",
            "receiptno", "發票", "发票", "發票號碼", "发票号码", "發票號", "发票号", "訂單", "订单", "訂單編號", "订单编号", "訂單號", "订单号",
            "單號", "单号", "收據號碼", "收据号码",
        ],
        .product: [
            "product", "productname", "item", "itemname", "description", "sku", "stockcode", "商品", "商品名稱", "商品名称",
            "產品", "产品", "產品名稱", "产品名称", "品名", "品項", "品项", "項目", "项目",
        ],
        .productClass: [
            "productclass", "productcategory", "category", "商品類別", "商品类别", "產品類別", "产品类别", "品類", "品类", "分類", "分类",
        ],
        .quantity: ["quantity", "qty", "units", "count", "數量", "数量", "件數", "件数"],
        .price: ["price", "unitprice", "單價", "单价", "價格", "价格"],
        .amount: [
            "amount", "total", "totalamount", "lineamount", "net", "netamount", "sum", "value", "金額", "金额", "總額",
            "总额", "總金額", "总金额", "小計", "小计", "實付金額", "实付金额", "消費金額", "消费金额", "交易金額", "交易金额",
        ],
        .currency: ["currency", "currencycode", "幣別", "币别", "幣種", "币种", "貨幣", "货币"],
        .marginPercent: ["marginpercent", "margin", "毛利率", "利潤率", "利润率"],
        .direction: ["direction", "inout", "inbound", "方向", "進出", "进出", "來去", "来去"],
        .text: [
            "text", "note", "notes", "content", "summary", "subject", "comment", "comments", "message", "內容", "内容",
            "摘要", "記錄", "记录", "紀錄", "備註", "备注", "說明", "说明", "主旨",
        ],
        .wrapUp: [
            "wrapup", "wrapupcode", "code", "outcome", "result", "結案代碼", "结案代码", "小結代碼", "小结代码", "小結", "小结",
        ],
        .by: [
            "by", "agent", "user", "operator", "handledby", "login", "坐席", "座席", "客服", "客服人員", "客服人员", "經辦",
            "经办", "經手人", "经手人",
        ],
    ]
}
