<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Questions</name>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Please write something here.</source>
        <translation>Hãy ghi nội dung vào đây.</translation>
    </message>
</context>
<context>
    <name>maiam::CreateStep</name>
    <message>
        <source>Everything is ready</source>
        <translation>Đã sẵn sàng</translation>
    </message>
    <message>
        <source>Creating the register</source>
        <translation>Đang tạo sổ</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Tạo sổ</translation>
    </message>
    <message>
        <source>Create the register</source>
        <translation>Tạo sổ</translation>
    </message>
    <message>
        <source>Office: %1
Administrator: %2

The register is encrypted on this PC. Without the passphrase or the recovery key nobody can open it, we neither.</source>
        <translation>Cơ quan: %1
Người quản trị: %2

Sổ được mã hóa trên máy này. Không có cụm mật khẩu hoặc khóa khôi phục thì không ai mở được, kể cả người làm ra chương trình.</translation>
    </message>
    <message>
        <source>Creating the register…</source>
        <translation>Đang tạo sổ…</translation>
    </message>
</context>
<context>
    <name>maiam::FirstStart</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Mái Ấm: first start</source>
        <translation>Mái Ấm: lần đầu sử dụng</translation>
    </message>
</context>
<context>
    <name>maiam::FirstStartStep</name>
    <message>
        <source>Next</source>
        <translation>Tiếp tục</translation>
    </message>
</context>
<context>
    <name>maiam::Footer</name>
    <message>
        <source>Call at once:</source>
        <translation>Gọi ngay:</translation>
    </message>
</context>
<context>
    <name>maiam::LabelledField</name>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (bắt buộc)</translation>
    </message>
</context>
<context>
    <name>maiam::LockScreen</name>
    <message>
        <source>Open the register</source>
        <translation>Mở sổ</translation>
    </message>
    <message>
        <source>Forgotten…</source>
        <translation>Quên…</translation>
    </message>
    <message>
        <source>Mái Ấm</source>
        <translation>Mái Ấm</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Người dùng</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Cụm &amp;mật khẩu</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Đang mở sổ</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Đang mở sổ…</translation>
    </message>
    <message>
        <source>Type your passphrase, then press Enter.</source>
        <translation>Hãy nhập cụm mật khẩu rồi nhấn Enter.</translation>
    </message>
</context>
<context>
    <name>maiam::LongTaskBar</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
</context>
<context>
    <name>maiam::MainWindow</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Take a report</source>
        <translation>Tiếp nhận tin</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Hướng dẫn</translation>
    </message>
</context>
<context>
    <name>maiam::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Đóng thông báo</translation>
    </message>
</context>
<context>
    <name>maiam::NavigationColumn</name>
    <message>
        <source>+ Take a report</source>
        <translation>+ Tiếp nhận tin</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>Các mục chính</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>More ▸</source>
        <translation>Thêm ▸</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
</context>
<context>
    <name>maiam::OfficeStep</name>
    <message>
        <source>A &amp;commune, ward or special zone</source>
        <translation>Một &amp;xã, phường hoặc đặc khu</translation>
    </message>
    <message>
        <source>The &amp;provincial office</source>
        <translation>Cơ quan cấp &amp;tỉnh</translation>
    </message>
    <message>
        <source>&amp;Which one</source>
        <translation>Đơn &amp;vị</translation>
    </message>
    <message>
        <source>Name of the &amp;office, as on paper</source>
        <translation>Tê&amp;n cơ quan, như trên văn bản</translation>
    </message>
    <message>
        <source>Whose register is this?</source>
        <translation>Sổ này của cơ quan nào?</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>Tì&amp;m</translation>
    </message>
    <message>
        <source>Type a few letters, with or without tones</source>
        <translation>Gõ vài chữ, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Restore a register from a backup…</source>
        <translation>Khôi phục sổ từ bản sao lưu…</translation>
    </message>
    <message>
        <source>This office has a register on another PC…</source>
        <translation>Cơ quan đã có sổ trên máy khác…</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Choose your commune in the list.</source>
        <translation>Hãy chọn đơn vị của mình trong danh sách.</translation>
    </message>
    <message>
        <source>Write the office&apos;s name as it stands on paper.</source>
        <translation>Hãy ghi tên cơ quan như trên văn bản.</translation>
    </message>
</context>
<context>
    <name>maiam::PassphraseField</name>
    <message>
        <source>⇪ Caps Lock is on</source>
        <translation>⇪ Caps Lock đang bật</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cụm mật khẩu</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Hiện cụm mật khẩu</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>ẩn</translation>
    </message>
    <message>
        <source>show</source>
        <translation>hiện</translation>
    </message>
</context>
<context>
    <name>maiam::PassphraseStep</name>
    <message>
        <source>Use the &amp;offered words (recommended)</source>
        <translation>Dùng các từ được &amp;gợi ý (nên dùng)</translation>
    </message>
    <message>
        <source>A passphrase of my o&amp;wn</source>
        <translation>Tự đặt &amp;cụm mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Cụm &amp;mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Type it once more</source>
        <translation>&amp;Nhập lại một lần nữa</translation>
    </message>
    <message>
        <source>The passphrase that opens the register</source>
        <translation>Cụm mật khẩu để mở sổ</translation>
    </message>
    <message>
        <source>Offered words</source>
        <translation>Các từ được gợi ý</translation>
    </message>
    <message>
        <source>&amp;Another</source>
        <translation>Gợi ý &amp;khác</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Độ mạnh</translation>
    </message>
    <message>
        <source>The offered words have no tones: they come out the same with Telex, VNI or no Vietnamese keyboard at all.</source>
        <translation>Các từ gợi ý không dấu: gõ Telex, VNI hay không có bộ gõ tiếng Việt đều ra như nhau.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cụm mật khẩu</translation>
    </message>
    <message>
        <source>This is not the same. Type the passphrase again.</source>
        <translation>Chưa khớp. Hãy nhập lại cụm mật khẩu.</translation>
    </message>
</context>
<context>
    <name>maiam::PersonStep</name>
    <message>
        <source>&amp;Full name</source>
        <translation>&amp;Họ và tên</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>&amp;Chức vụ</translation>
    </message>
    <message>
        <source>Who keeps the register?</source>
        <translation>Ai giữ sổ này?</translation>
    </message>
    <message>
        <source>You become its administrator. A second holder of a key can be added at any time.</source>
        <translation>Anh/chị là người quản trị sổ. Có thể thêm người giữ khóa thứ hai bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>For example: officer for children, commune&apos;s Culture and Social Affairs office</source>
        <translation>Ví dụ: công chức làm công tác trẻ em, Phòng Văn hóa – Xã hội</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người giữ sổ</translation>
    </message>
    <message>
        <source>Write your name; the register signs each change with it.</source>
        <translation>Hãy ghi họ và tên; sổ ghi tên này vào mỗi lần thay đổi.</translation>
    </message>
</context>
<context>
    <name>maiam::ProgressBarWithMark</name>
    <message>
        <source>%1 % done</source>
        <translation>đã đạt %1 %</translation>
    </message>
    <message>
        <source>%1 % done, should be %2 %</source>
        <translation>đã đạt %1 %, lẽ ra %2 %</translation>
    </message>
</context>
<context>
    <name>maiam::RecoveryStep</name>
    <message>
        <source>The recovery key, on paper</source>
        <translation>Khóa khôi phục, trên giấy</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, only this key opens the register. Print it, seal it in an envelope and give it to the chairman. It is not kept on this PC.</source>
        <translation>Nếu quên cụm mật khẩu thì chỉ khóa này mở được sổ. Hãy in ra, cho vào phong bì niêm phong và giao Chủ tịch giữ. Khóa không được lưu trên máy này.</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>Type two groups from the paper, so that we know it can be read.</source>
        <translation>Hãy nhập hai nhóm từ tờ giấy, để chắc rằng đọc được.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Khóa khôi phục</translation>
    </message>
    <message>
        <source>Group %1: %2</source>
        <translation>Nhóm %1: %2</translation>
    </message>
    <message>
        <source>Group &amp;number %1</source>
        <translation>Nhóm &amp;số %1</translation>
    </message>
    <message>
        <source>Group n&amp;umber %1</source>
        <translation>N&amp;hóm số %1</translation>
    </message>
    <message>
        <source>This is not group %1. Look at its number on the paper.</source>
        <translation>Đây không phải nhóm %1. Hãy xem số thứ tự trên giấy.</translation>
    </message>
</context>
<context>
    <name>maiam::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Search by name, parent, number, village, code</source>
        <translation>Tìm theo tên, cha mẹ, số, thôn, mã</translation>
    </message>
</context>
<context>
    <name>maiam::StepLine</name>
    <message>
        <source>Steps</source>
        <translation>Các bước</translation>
    </message>
    <message>
        <source>done</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>current</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa làm</translation>
    </message>
    <message>
        <source>Step %1: %2, %3</source>
        <translation>Bước %1: %2, %3</translation>
    </message>
</context>
</TS>
