"""地名语境: what stands around a place name, and what it makes of the name: an owner, a reference, nothing."""

from __future__ import annotations

import re

from generator.places.name_slots import STORY

STEMS = (
    "公安|交警|消防|应急|卫健|卫生|疾控|教育|教体|教科|发改|发展改革|发展和改革|财政|民政|司法|人社|人力资源|自然资源|"
    "自规|规划|国土|生态环境|环保|住建|住房|城建|交通|水利|水务|农业|农牧|林业|林草|园林|商务|商贸|文旅|文化|文广|审计|统计|"
    "市场监管|市场监督|医保|医疗保障|信访|国资|退役军人|城管|城市管理|综合执法|行政执法|行政审批|政务服务|气象|税务|供电|"
    "残联|妇联|融媒体|广播|疫情防控|新冠|防汛|森林|森防|防火|安全生产|减灾|河长|林长|招商|投资促进|工信|工业|经信|科技|科学|"
    "体育|督查|公路|档案|机关事务|大数据|数据|供销|扶贫|乡村振兴|粮食|地震|移民|民族|民宗|外事|金融|邮政|红十字|网信|"
    "市政|环卫|食品药品|知识产权|营商|创文|爱卫|武装|国防动员|人防|保密|史志|纪检|巡察|新闻|国网|妇幼|中医|疫控"
)
ENDS = (
    "局(?![面势限部])|委(?![托派任])|中心(?!工作|任务|[城镇村区])|大队|支队|总队|分局|队伍|部门|机关|指挥部|办公室|"
    "办(?![法理好公事])|院(?![校内感])|公司|所(?![有以在需得])|站(?![在稳位点])|台(?![阶风账下])|会(?![议上同])|"
    "部(?![署分])|组(?![织成建])"
)
BODIES = (
    "委(?!托|派|任|屈|婉|培|曲|靡|实|身|以)|政府|人民政府|人大|政协|纪委|监委|法院|检察院|人民法院|人民检察院|人武部|"
    "四大班子|四套班子|五大班子|领导(?!下|人民)|[教经农建商科体]委(?!托|员)|总工会|工商联|文联|科协|侨联|妇联|残联|团委|党校|安委[会办]|减灾委|"
    "(?:人民|中|中医)医院|第[一二三]人民医院|电视台|党委|党工委|管委会|办事处|行署"
)
ORGAN = rf"(?:{BODIES}|(?:{STEMS})[一-鿿]{{0,8}}?(?:{ENDS}))"
HEADS = (
    "书记|县长|区长|市长|旗长|州长|盟长|省长|镇长|乡长|(?<=[县区市旗州盟省镇乡])长(?![期远效江征度短假久城])"
)
PEOPLE = "(?:广大|全体|各族|各级)?(?:干部群众|党员干部|干部职工|人民群众|各族人民|人民|儿女|父老|上下)"
WHOLE = "全[县区市旗州境域镇乡]|各(?:级|乡镇|镇街|镇|乡|街道|部门|村|社区|单位|县|区|市|旗)|[县区市旗]?直(?:属|机关|部门|各|单位)|[县区市旗]级(?:各|部门|机关)|[县区市旗州]情"
OWNING = re.compile(rf"(?:的)?(?:{PEOPLE}|{WHOLE})")
ORGAN_BEHIND = re.compile(rf"[县区市旗州]?(?:{ORGAN}|{HEADS})")
OWNER_IN_FRONT = re.compile(r"(?:我们?|全|本|咱们?)$")

BEHIND = re.compile(
    r"籍|小吃|开发开放|方向|一带|等[地省市县区国城先兄周0-9一二三四五六七八九十几多两]|客商|商会|考察|挂职|[“”\d·.、\-]*"
    r"[^，。；！？\n]{0,12}?(?:疫情|病例|新增|确诊|感染|无症状|输入|旅居|中高风险|中、高风险|封控|事故|事件|案例|经验|做法|模式|样板|"
    r"爆炸|火灾|坍塌|透水|特大|暴雨|洪涝|洪灾|地震|泥石流|山洪|塌方|溃坝|踩踏|中毒|自燃|失火|起火|倒塌|溃口|台风)"
)
"""after a name that is told of as news or as an example"""
TOLD = re.compile(r"[^，。；！？\n]{0,14}?(?:通报|发布|公布|报告|消息|官网|官方|披露|报道|回应|新闻发布会)")
"""after an organ that is quoted"""
FRONT = re.compile(
    r"(?:赴|前往|来自|学习|借鉴|例如|比如|譬如|诸如|参照|对标|对接|考察|途[经径]|毗邻|邻近|相邻|紧邻|接壤|兄弟|周边|"
    r"感谢|对口|协作|帮扶|支援|援助|援建|援|结对|携手|联合|会同|协同|隶属|同属|属于|像|如|据|继|与|同|跟|原|以|比|较|距|离|经|往返|流入|流向|返回|"
    r"去过|到过|到|去|外地|外省|省外|先进|典型|招引|引进|出现|发生在|源自|转自|发源于|位于|辗转|历经|回顾|反观|纵观)"
    r"[了过的地是由：:，“《]{0,2}$"
)
"""before a name that is told of, not spoken for"""
ORGAN_FRONT = re.compile(
    r"(?:赴|前往|来自|学习|借鉴|例如|比如|考察|感谢|对口|协作|帮扶|支援|援助|援建|结对|携手|联合|会同|协同|对接|据|像|受|兄弟|向|与|同|跟|原|以|任)"
    r"[了过的地是：:，“《]{0,2}$"
)
"""before an organ of another place that is named as such"""
AIDED = re.compile(
    r"(?![、一-鿿]{0,8}?(?:(?<![主重])要|必须|应当|将)(?!领导))[^。；！？\n]{0,30}?(?:来我|倾情|倾力|对口|帮扶|捐赠|援助|援建|支援)"
)
"""after an organ of another place that helps this one"""
OTHERS = re.compile(
    r"帮扶|对口|协作|援[建助疆藏青]|支援|结对|捐|倾情|倾力|挂职|友好城市|为什么|为何|凭什么|靠什么|担任|任职|期间|那边|那里|当地|互补"
)
"""in a sentence that tells of another place: paired aid, a life, a question, a neighbour"""
RESIDUE_HEAD = re.compile(
    r"(?:要|必须|应|将|须|务必|一定要|上下|各|全[力面体]|坚持|认真|切实|按照|围绕|紧紧|始终|高度|经济|"
    r"是[^，。；！？\n]{0,6}大[县市区旗]|地处|[^，。；！？\n]{0,6}形势|今年|、[各全])"
)
"""after a name at the head of a clause: the draft speaks for it"""
RESIDUE_BEHIND = re.compile(rf"的(?:明天|未来|各项|父老)|{STORY.pattern}")
"""after a name that stands where the own name should"""
RESIDUE_FRONT = re.compile(
    r"(?:以来|年来|一年)，$|(?:要|必须)[把让使将]$|(?:建设|打造|创建|共建|共创)(?:美丽|活力|平安|幸福|[一-鿿]{2}的?)?$|立足$|离开$"
)
"""before a name that stands where the own name should"""
LETTER = re.compile(r"贵[县区市旗办局委省]|来函|函复|商请")
"""a letter to another place names that place everywhere"""
HEADS_CLAUSE = frozenset("，。；：！？\n \u3000”）")
"""what a name that heads a clause stands behind"""
HISTORY = re.compile(r"(?:原来?的?|前身|撤销?|撤并|更名|改名|改为|改设|时为|旧称)$")


def is_residue(text: str, start: int, end: int) -> bool:
    """Tell whether a draft speaks for a place: the name heads a clause that commands, or fills the own name's slot."""
    if RESIDUE_BEHIND.match(text, end) or RESIDUE_FRONT.search(clause_before(text, start)):
        return True
    heads = not start or text[start - 1] in HEADS_CLAUSE
    return heads and RESIDUE_HEAD.match(text, end) is not None


def tells_of_others(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around a name is about others, up to thirty characters on either side."""
    begin, stop = max(0, start - 30), min(len(text), end + 30)
    left = max(text.rfind(mark, begin, start) for mark in "。！？\n") + 1
    rights = [place for mark in "。！\n" if (place := text.find(mark, end, stop)) >= 0]
    return OTHERS.search(text, max(begin, left), min(rights, default=stop)) is not None


def clause_before(text: str, place: int) -> str:
    """Return the end of what stands before a place in its sentence, up to twelve characters."""
    begin = max(0, place - 12)
    cut = max(text.rfind(mark, begin, place) for mark in "。；！？\n")
    return text[max(begin, cut + 1) : place]
