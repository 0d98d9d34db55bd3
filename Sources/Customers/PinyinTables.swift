/// Readings the generated tables do not have, written by hand: characters are in their folded (simplified) form.
enum PinyinTables {
    /// Characters with several common readings, the usual one first.
    static let polyphones: StaticString = """
        阿a,e 艾ai,yi 柏bai,bo 蚌bang,beng 薄bo,bao 堡bao,bu,pu 伯bo,bai 泊bo,po 卜bu,bo 参can,shen,cen 藏cang,zang
        曾zeng,ceng 查cha,zha 差cha,chai 禅chan,shan 长chang,zhang 朝chao,zhao 车che,ju 称cheng,chen 乘cheng,sheng
        澄cheng,deng 重zhong,chong 仇chou,qiu 畜chu,xu 褚chu,zhu 传chuan,zhuan 婼chuo,ruo 大da,dai 单dan,shan
        弹dan,tan 得de,dei 地di,de 调diao,tiao 都du,dou 恶e,wu 番fan,pan 繁fan,po 佛fo,fu 否fou,pi 盖gai,ge
        干gan,qian 合he,ge 红hong,gong 虹hong,jiang 和he,huo 还hai,huan 桦hua 会hui,kuai 浒hu,xu 纪ji 系xi,ji
        贾jia,gu 降jiang,xiang 校xiao,jiao 觉jue,jiao 角jiao,jue 解jie,xie 芥jie,gai 劲jin,jing 景jing,ying
        炅jiong,gui 龟gui,jun 乐le,yue 腊la,xi 勒le,lei 俩liang,lia 六liu,lu 落luo,lao 率lv,shuai 绿lv,lu 脉mai,mo
        埋mai,man 没mei,mo 秘mi,bi 宓mi,fu 缪miao,mou 牟mou,mu 娜na,nuo 南nan,na 呢ne,ni 弄nong,long 朴pu,piao
        埔pu,bu 奇qi,ji 栖qi,xi 铅qian,yan 茜qian,xi 乾qian,gan 强qiang,jiang 茄qie,jia 区qu,ou 覃qin,tan,xun
        券quan,xuan 若ruo,re 塞sai,se 色se,shai 莎sha,suo 厦xia,sha 单dan,shan 少shao 折zhe,she 射she,ye 歙she,xi
        沈shen,chen 省sheng,xing 盛sheng,cheng 晟sheng,cheng 石shi,dan 什shi,shen 识shi,zhi 拾shi,she 似si,shi
        熟shu,shou 属shu,zhu 说shuo,shui 偲si,cai 宿su,xiu 拓tuo,ta 万wan,mo 尾wei,yi 隗wei,kui 蔚wei,yu 尉wei,yu
        涡wo,guo 洗xi,xian 相xiang 巷xiang,hang 行xing,hang 莘xin,shen 芎xiong 血xue,xie 殷yin,yan 燕yan 咽yan,ye
        叶ye,xie 遗yi,wei 涌yong,chong 员yuan,yun 圳zhen 择ze,zhai 扎zha,za 翟zhai,di 粘zhan,nian 着zhe,zhuo 爪zhao,zhua
        种zhong,chong 幢zhuang,chuang 琢zhuo,zuo 仔zi,zai 璟jing,ying 适shi,kuo 无wu 谌chen,shen 祭ji,zhai 郇xun,huan
        郗xi,chi 召zhao,shao 句ju,gou 秘mi,bi 征zheng,zhi 谷gu,yu 几ji 哈ha,ka 夹jia,ga 咖ka,ga 胖pang,pan 期qi,ji
        信xin,shen 台tai,yi 丽li 尽jin 只zhi 范fan 余yu,xu 余yu 于yu 戚qi 渑mian,sheng 亳bo 莞guan,wan 枞cong,zong
        荥xing,ying 铅qian,yan 枸gou,ju 骑qi 嘎ga 卡ka,qia 扛kang,gang 咳ke,hai 累lei 量liang 凉liang 论lun 蒙meng
        模mo,mu 磨mo 宁ning 屏ping,bing 铺pu 曝pu,bao 瀑pu,bao 翘qiao 切qie 亲qin,qing 曲qu 任ren 散san 丧sang
        扫sao 刹sha,cha 杉shan,sha 汤tang,shang 提ti,di 挑tiao 吐tu 吓xia,he 鲜xian 纤xian,qian 削xue,xiao 兴xing
        """

    /// Characters that have another reading when they are a surname.
    static let surnames: StaticString = """
        曾zeng 单shan 仇qiu 区ou 解xie 查zha 朴piao,pu 盖ge,gai 缪miao 覃qin,tan 佘she 乐yue,le 隗wei,kui 种chong
        翟zhai,di 宓mi,fu 员yun 召shao 折she 祭zhai 繁po 牟mu,mou 秘bi 郇xun,huan 郗xi,chi 褚chu 薄bo 黑he 费fei,bi
        柏bai,bo 句gou 尉wei,yu 适kuo 谌chen,shen 干gan 车che 参shen 盛sheng 宿su 石shi 沈shen 任ren 华hua 葛ge 卜bu
        那na 俞yu 洗xian 晁chao 燕yan 阚kan 冯feng 令ling 过guo 应ying 万wan 贾jia 藏zang 莘xin,shen 粘nian 乜nie 陆lu
        能nai 便pian 叶ye 长zhang 重chong 行xing 相xiang 会gui 殷yin 晟cheng 六lu 率lv 都du 系xi 和he 强qiang 景jing
        南nan 谷gu 洪hong 红hong 纪ji 合he 大da 逄pang 呙guo 撒sa 笪da 妫gui 幺yao 么yao 冼xian 亓qi 厍she 禚zhuo 瞿qu
        仉zhang 訾zi 郄qie 邰tai 佴nai 逯lu 阙que 麴qu 甯ning 宁ning 尹yin 伯bo 仆pu 少shao 信xin 台tai 范fan 余yu
        """

    /// Surnames of two characters, with their syllables.
    static let compoundSurnames: StaticString = """
        尉迟yu,chi 万俟mo,qi 欧阳ou,yang 司马si,ma 上官shang,guan 诸葛zhu,ge 长孙zhang,sun 单于chan,yu 澹台tan,tai
        令狐ling,hu 宇文yu,wen 皇甫huang,fu 夏侯xia,hou 钟离zhong,li 呼延hu,yan 慕容mu,rong 鲜于xian,yu 闾丘lv,qiu
        司徒si,tu 司空si,kong 亓官qi,guan 子车zi,ju 颛孙zhuan,sun 端木duan,mu 巫马wu,ma 公西gong,xi 漆雕qi,diao
        乐正yue,zheng 壤驷rang,si 公良gong,liang 拓跋tuo,ba 夹谷jia,gu 宰父zai,fu 谷梁gu,liang 百里bai,li 东郭dong,guo
        南门nan,men 羊舌yang,she 微生wei,sheng 梁丘liang,qiu 左丘zuo,qiu 东方dong,fang 西门xi,men 南宫nan,gong
        公孙gong,sun 公冶gong,ye 太叔tai,shu 申屠shen,tu 轩辕xuan,yuan 濮阳pu,yang 淳于chun,yu 赫连he,lian 宗政zong,zheng
        闻人wen,ren 仲孙zhong,sun 独孤du,gu 完颜wan,yan 纳兰na,lan 叶赫ye,he 爱新ai,xin 张简zhang,jian 范姜fan,jiang
        欧徐ou,xu 费莫fei,mo 富察fu,cha 钮祜niu,hu 第五di,wu 贺兰he,lan 哥舒ge,shu 屈突qu,tu 宇都yu,du 相里xiang,li
        """
}
