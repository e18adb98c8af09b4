<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AccessHeadTexts</name>
    <message>
        <source>%1: the record of who looked ends at entry %2; before it went to %3. The register there was set back or copied, or somebody cut the record. Call the office.</source>
        <translation>%1: sổ theo dõi ai đã xem dừng ở mục %2, trước đây đã đến mục %3. Sổ ở đó đã bị lùi về trước hoặc bị chép sang nơi khác, hoặc có người cắt bớt. Hãy gọi cho đơn vị đó.</translation>
    </message>
    <message>
        <source>%1: entry %2 of the record of who looked is another one than before. Somebody wrote the record anew, or two copies of the register are in use. Call the office.</source>
        <translation>%1: mục %2 của sổ theo dõi ai đã xem khác với trước đây. Có người đã viết lại, hoặc đang dùng hai bản chép của sổ. Hãy gọi cho đơn vị đó.</translation>
    </message>
</context>
<context>
    <name>AccessTexts</name>
    <message>
        <source>The chain of looking of device %1 is broken at entry %2: somebody has altered it.</source>
        <translation>Chuỗi ghi việc xem của máy %1 bị đứt ở mục %2: đã có người sửa.</translation>
    </message>
</context>
<context>
    <name>AgeHeader</name>
    <message>
        <source>Nothing can be sealed to one of the receiving offices: its public key is not usable. Ask the office for its card again.</source>
        <translation>Không thể đóng gói cho một trong các đơn vị nhận: khóa công khai của đơn vị đó không dùng được. Hãy đề nghị đơn vị gửi lại thẻ.</translation>
    </message>
    <message>
        <source>The beginning of the sealed file was altered, so nothing in it can be believed. Ask the sender for the file again.</source>
        <translation>Phần đầu của tệp niêm phong đã bị sửa, nên không thể tin bất cứ nội dung nào bên trong. Hãy đề nghị bên gửi gửi lại tệp.</translation>
    </message>
    <message>
        <source>The sealed file was written in a newer format than this program knows. Update the program, then open the file again.</source>
        <translation>Tệp niêm phong được ghi theo định dạng mới hơn định dạng chương trình này biết. Hãy cập nhật chương trình rồi mở lại tệp.</translation>
    </message>
    <message>
        <source>This is not a sealed file. Choose the file that the other office sent (its name ends with “.maiam”).</source>
        <translation>Đây không phải tệp niêm phong. Hãy chọn tệp mà đơn vị kia đã gửi (tên kết thúc bằng “.maiam”).</translation>
    </message>
    <message>
        <source>The sealed file ends too early: copying it was not finished. Copy it again, or ask the sender for it again.</source>
        <translation>Tệp niêm phong bị thiếu phần cuối: việc sao chép chưa xong. Hãy chép lại hoặc đề nghị bên gửi gửi lại.</translation>
    </message>
</context>
<context>
    <name>AgeIdentity</name>
    <message>
        <source>This is not the key of an office: its length is wrong.</source>
        <translation>Đây không phải khóa của đơn vị: độ dài không đúng.</translation>
    </message>
    <message>
        <source>This is not the key of an office: a character is wrong or missing. Choose the key file that the program wrote.</source>
        <translation>Đây không phải khóa của đơn vị: có ký tự sai hoặc thiếu. Hãy chọn tệp khóa do chương trình ghi ra.</translation>
    </message>
</context>
<context>
    <name>AgeReader</name>
    <message>
        <source>This file was sealed to another office, so it cannot be opened here. Ask the sender to seal it to the card of your office.</source>
        <translation>Tệp này được đóng gói cho đơn vị khác nên không mở được ở đây. Hãy đề nghị bên gửi đóng gói theo thẻ của đơn vị mình.</translation>
    </message>
    <message>
        <source>The beginning of the sealed file was altered, so nothing in it can be believed. Ask the sender for the file again.</source>
        <translation>Phần đầu của tệp niêm phong đã bị sửa, nên không thể tin bất cứ nội dung nào bên trong. Hãy đề nghị bên gửi gửi lại tệp.</translation>
    </message>
    <message>
        <source>The sealed file ends too early: copying it was not finished. Copy it again, or ask the sender for it again.</source>
        <translation>Tệp niêm phong bị thiếu phần cuối: việc sao chép chưa xong. Hãy chép lại hoặc đề nghị bên gửi gửi lại.</translation>
    </message>
    <message>
        <source>The sealed file was not written by the rules of its format, so it is not accepted. Ask the sender for the file again.</source>
        <translation>Tệp niêm phong không được ghi đúng quy tắc của định dạng nên không được chấp nhận. Hãy đề nghị bên gửi gửi lại tệp.</translation>
    </message>
    <message>
        <source>Something was appended to the sealed file, so it is not accepted. Ask the sender for the file again.</source>
        <translation>Tệp niêm phong bị nối thêm nội dung nên không được chấp nhận. Hãy đề nghị bên gửi gửi lại tệp.</translation>
    </message>
    <message>
        <source>The sealed file was altered or cut off on its way, so it is not accepted. Copy it again, or ask the sender for it again.</source>
        <translation>Tệp niêm phong bị sửa hoặc bị cắt mất trên đường chuyển nên không được chấp nhận. Hãy chép lại hoặc đề nghị bên gửi gửi lại.</translation>
    </message>
    <message>
        <source>The sealed file is not open for reading.</source>
        <translation>Tệp niêm phong chưa được mở để đọc.</translation>
    </message>
    <message>
        <source>The sealed file holds more than is allowed here, so it was not opened.</source>
        <translation>Tệp niêm phong chứa nhiều hơn mức cho phép ở đây nên không được mở.</translation>
    </message>
</context>
<context>
    <name>AgeRecipient</name>
    <message>
        <source>This is not the public key of an office: its length is wrong. Ask the office for its card again.</source>
        <translation>Đây không phải khóa công khai của đơn vị: độ dài không đúng. Hãy đề nghị đơn vị gửi lại thẻ.</translation>
    </message>
    <message>
        <source>This is not the public key of an office: a character is wrong or missing. Ask the office for its card again.</source>
        <translation>Đây không phải khóa công khai của đơn vị: có ký tự sai hoặc thiếu. Hãy đề nghị đơn vị gửi lại thẻ.</translation>
    </message>
</context>
<context>
    <name>AgeWriter</name>
    <message>
        <source>The sealed file could not be written. Check that the disk or stick is in place and has room, then try again.</source>
        <translation>Không ghi được tệp niêm phong. Hãy kiểm tra ổ đĩa hoặc USB đã cắm và còn chỗ trống, rồi thử lại.</translation>
    </message>
    <message>
        <source>No receiving office was chosen, so nothing was sealed.</source>
        <translation>Chưa chọn đơn vị nhận nên chưa đóng gói gì.</translation>
    </message>
    <message>
        <source>The sealed file is not open for writing.</source>
        <translation>Tệp niêm phong chưa được mở để ghi.</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>The folder for backups cannot be made: %1. Choose another place.</source>
        <translation>Không tạo được thư mục sao lưu: %1. Hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>The finished backup could not get its name. Another program may hold it; try again in a minute.</source>
        <translation>Bản sao lưu đã ghi xong nhưng không đặt được tên. Có thể chương trình khác đang giữ tệp; hãy thử lại sau một phút.</translation>
    </message>
    <message>
        <source>An old backup could not be removed. Another program may hold it; nothing else is wrong.</source>
        <translation>Không xóa được một bản sao lưu cũ. Có thể chương trình khác đang giữ tệp; ngoài ra không có gì sai.</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of Mái Ấm. Install the newer program, then try again.</source>
        <translation>Bản sao lưu này do phiên bản Mái Ấm mới hơn tạo ra. Hãy cài chương trình mới hơn rồi thử lại.</translation>
    </message>
    <message>
        <source>This file is no whole backup of Mái Ấm: it is cut off, altered, or something else. Choose another backup.</source>
        <translation>Tệp này không phải là một bản sao lưu nguyên vẹn của Mái Ấm: bị cắt cụt, bị sửa, hoặc là tệp khác. Hãy chọn bản sao lưu khác.</translation>
    </message>
    <message>
        <source>This backup belongs to another register, or was made before the register&apos;s key was changed. Open it with the passphrase or recovery key of that time.</source>
        <translation>Bản sao lưu này của sổ khác, hoặc được tạo trước khi đổi khóa sổ. Hãy mở bằng cụm mật khẩu hoặc khóa khôi phục của lúc đó.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Đã dừng việc kiểm tra.</translation>
    </message>
    <message>
        <source>The backup is not there: %1. Plug in the stick or choose another one.</source>
        <translation>Không thấy bản sao lưu: %1. Hãy cắm USB hoặc chọn bản khác.</translation>
    </message>
    <message>
        <source>The backup may not be read with this account: %1.</source>
        <translation>Tài khoản này không được đọc bản sao lưu: %1.</translation>
    </message>
    <message>
        <source>The backup cannot be read any more. Check that the stick or network folder is still there.</source>
        <translation>Không đọc được bản sao lưu nữa. Hãy xem USB hoặc thư mục mạng có còn đó không.</translation>
    </message>
    <message>
        <source>The register inside this file is not encrypted, so it is no backup of Mái Ấm and was not used.</source>
        <translation>Sổ trong tệp này không được mã hóa, nên đây không phải là bản sao lưu của Mái Ấm và không được dùng.</translation>
    </message>
    <message>
        <source>The backup was stopped. The backups before it are as they were.</source>
        <translation>Đã dừng sao lưu. Các bản sao lưu trước vẫn nguyên.</translation>
    </message>
    <message>
        <source>The register&apos;s file does not have a whole number of pages. Check the register before going on.</source>
        <translation>Tệp sổ không có đủ trang. Hãy kiểm tra sổ trước khi làm tiếp.</translation>
    </message>
    <message>
        <source>The copy did not read back as it was written. The stick or disk may be failing: use another one.</source>
        <translation>Bản chép đọc lại không giống lúc ghi. USB hoặc ổ đĩa có thể đang hỏng: hãy dùng cái khác.</translation>
    </message>
    <message>
        <source>The entries of device %1 are not whole at number %2. This file is not to be relied on; use another backup.</source>
        <translation>Các mục ghi của máy %1 không nguyên vẹn ở số %2. Không dựa vào tệp này được; hãy dùng bản sao lưu khác.</translation>
    </message>
    <message>
        <source>Another backup bears the same name there and was left as it is: %1. Move it to another folder; then the copy is made by itself.</source>
        <translation>Ở đó đã có một bản sao lưu khác trùng tên và được giữ nguyên: %1. Hãy chuyển bản đó sang thư mục khác; sau đó chương trình tự sao chép.</translation>
    </message>
    <message>
        <source>This is a folder: %1. Choose a file that ends in .maiam-backup.</source>
        <translation>Đây là thư mục: %1. Hãy chọn một tệp .maiam-backup.</translation>
    </message>
    <message>
        <source>The backup did not read back as it was written. The disk may be about to fail: call whoever looks after this PC. The register itself is as it was.</source>
        <translation>Bản sao lưu đọc lại không giống lúc ghi. Ổ đĩa có thể sắp hỏng: hãy gọi người phụ trách máy. Sổ vẫn nguyên như trước.</translation>
    </message>
</context>
<context>
    <name>BackupTexts</name>
    <message>
        <source>today at %1</source>
        <translation>hôm nay %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
    <message>
        <source>Backed up %1, checked</source>
        <translation>Sao lưu %1, đã kiểm tra</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>Chưa sao lưu lần nào</translation>
    </message>
    <message>
        <source>There is no backup yet. If this disk fails, everything is lost.</source>
        <translation>Chưa có bản sao lưu nào. Ổ đĩa này hỏng là mất tất cả.</translation>
    </message>
    <message numerus="yes">
        <source>The newest backup is %n day(s) old.</source>
        <translation>
            <numerusform>Bản sao lưu mới nhất đã %n ngày.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was written since stands on this disk only.</source>
        <translation>Điều ghi từ đó chỉ có trên ổ đĩa này.</translation>
    </message>
    <message>
        <source>Nothing was written since.</source>
        <translation>Từ đó không ghi thêm gì.</translation>
    </message>
    <message>
        <source>after a day of work</source>
        <translation>sau ngày làm việc</translation>
    </message>
    <message>
        <source>on closing</source>
        <translation>khi đóng chương trình</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>trước khi nâng cấp</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>bấm tay</translation>
    </message>
    <message>
        <source>A copy stands in the second place.</source>
        <translation>Đã chép một bản ra nơi thứ hai.</translation>
    </message>
    <message>
        <source>Until you say so, no old backup is removed and no new case is saved.</source>
        <translation>Trước khi xác nhận, không bản sao lưu cũ nào bị xóa và chưa lưu được vụ việc mới.</translation>
    </message>
    <message>
        <source>The backup of %1 was not made: %2 It is tried again every hour.</source>
        <translation>Lần tự sao lưu lúc %1 không thành: %2 Mỗi giờ chương trình tự làm lại.</translation>
    </message>
    <message>
        <source>The second place (%1) is not there, and no copy in it is known. If this PC is lost, so are its backups. Plug the stick in or connect the network folder; the copy is made by itself.</source>
        <translation>Không thấy nơi thứ hai (%1), và chưa biết ở đó có bản nào. Mất máy này là mất cả các bản sao lưu. Hãy cắm USB hoặc nối thư mục mạng; chương trình sẽ tự chép.</translation>
    </message>
    <message>
        <source>The second place (%1) has no copy since %2. If this PC is lost, what was written after that is lost too. Plug the stick in or connect the network folder; the copy is made by itself.</source>
        <translation>Nơi thứ hai (%1) không có bản nào từ sau %2. Mất máy này là mất cả những gì ghi sau ngày đó. Hãy cắm USB hoặc nối thư mục mạng; chương trình sẽ tự chép.</translation>
    </message>
    <message>
        <source>Each backup is also copied to:
%1</source>
        <translation>Mỗi bản sao lưu còn được chép ra:
%1</translation>
    </message>
    <message>
        <source>Not there at the moment:
%1
Plug in the stick or connect the network folder; the copy is then made by itself.</source>
        <translation>Lúc này không thấy:
%1
Hãy cắm USB hoặc nối thư mục mạng; chương trình sẽ tự chép.</translation>
    </message>
    <message>
        <source>The newest copy there is of %1.</source>
        <translation>Bản mới nhất ở đó: %1.</translation>
    </message>
    <message>
        <source>The newest backup was copied to the second place.</source>
        <translation>Đã chép bản sao lưu mới nhất ra nơi thứ hai.</translation>
    </message>
    <message>
        <source>The backups could not be read</source>
        <translation>Không đọc được các bản sao lưu</translation>
    </message>
    <message>
        <source>The backups could not be read: %1</source>
        <translation>Không đọc được các bản sao lưu: %1</translation>
    </message>
    <message>
        <source>Your answer was not kept: %1</source>
        <translation>Câu trả lời của anh/chị chưa được ghi lại: %1</translation>
    </message>
    <message>
        <source>This PC has no backup; the one in the second place: %1</source>
        <translation>Máy này chưa có bản sao lưu nào; bản ở nơi thứ hai: %1</translation>
    </message>
    <message>
        <source>Not backed up with the new key yet</source>
        <translation>Chưa sao lưu bằng khóa mới</translation>
    </message>
    <message>
        <source>The backup of %1 was not made: %2</source>
        <translation>Lần tự sao lưu lúc %1 không thành: %2</translation>
    </message>
    <message>
        <source>The second place (%1) is on the same disk as the register: if the disk fails or the PC is lost, both are. Choose a USB stick, another disk or a network folder.</source>
        <translation>Nơi thứ hai (%1) nằm cùng ổ đĩa với sổ: ổ hỏng hoặc mất máy là mất cả hai. Hãy chọn USB, ổ khác hoặc thư mục mạng.</translation>
    </message>
    <message>
        <source>This PC has no backup, only the second place has one (%1). What was written since stands on this disk only.</source>
        <translation>Máy này chưa có bản sao lưu nào, chỉ nơi thứ hai có một bản (%1). Những gì ghi từ đó đến nay chỉ nằm trên ổ đĩa này.</translation>
    </message>
    <message>
        <source>Not backed up with the new key yet; the earlier backups still open with the passphrase of their day.</source>
        <translation>Chưa sao lưu bằng khóa mới; các bản trước vẫn mở được bằng cụm mật khẩu của ngày đó.</translation>
    </message>
    <message numerus="yes">
        <source>Backed up, read back and checked: %Ln entry(ies).</source>
        <translation>
            <numerusform>Đã sao lưu, đọc lại và kiểm tra: %Ln mục ghi.</numerusform>
        </translation>
    </message>
    <message>
        <source>On the same disk as the register: if the disk fails or the PC is lost, both are.</source>
        <translation>Nằm cùng ổ đĩa với sổ: ổ hỏng hoặc mất máy là mất cả hai.</translation>
    </message>
</context>
<context>
    <name>Birth</name>
    <message>
        <source>This day has not come yet. Look at the year, or write an age such as “about 9 years”.</source>
        <translation>Ngày này chưa tới. Hãy xem lại năm, hoặc ghi tuổi, ví dụ “khoảng 9 tuổi”.</translation>
    </message>
</context>
<context>
    <name>BoardTable</name>
    <message>
        <source>%1 + %2 imported</source>
        <translation>%1 + %2 sổ cũ</translation>
    </message>
    <message>
        <source>no card yet</source>
        <translation>chưa có thẻ</translation>
    </message>
    <message>
        <source>package missing</source>
        <translation>Thiếu gói</translation>
    </message>
    <message>
        <source>received</source>
        <translation>Đã nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>chậm %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet due</source>
        <translation>chưa đến hạn</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Last package</source>
        <translation>Gói cuối</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Dải</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Thiếu</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Report of the period</source>
        <translation>Báo cáo kỳ</translation>
    </message>
    <message>
        <source>missing %1</source>
        <translation>thiếu %1</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%Ln quá hạn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseFile</name>
    <message>
        <source>This case is not in the register any more. Go back to the list.</source>
        <translation>Hồ sơ này không còn trong sổ. Hãy quay lại danh sách.</translation>
    </message>
</context>
<context>
    <name>CaseTexts</name>
    <message numerus="yes">
        <source>about %n year(s) old</source>
        <translation>
            <numerusform>khoảng %n tuổi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n tuổi</numerusform>
        </translation>
    </message>
    <message>
        <source>girl</source>
        <translation>trẻ em gái</translation>
    </message>
    <message>
        <source>boy</source>
        <translation>trẻ em trai</translation>
    </message>
    <message>
        <source>child</source>
        <translation>trẻ em</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n giờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n ngày làm việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n day(s)</source>
        <translation>
            <numerusform>tối đa %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1 today</source>
        <translation>đến %1 hôm nay</translation>
    </message>
    <message>
        <source>until %1 tomorrow</source>
        <translation>đến %1 ngày mai</translation>
    </message>
    <message>
        <source>until %1 on %2</source>
        <translation>đến %1 ngày %2</translation>
    </message>
    <message>
        <source>until the end of %1</source>
        <translation>đến hết ngày %1</translation>
    </message>
    <message>
        <source>decision %1 of %2</source>
        <translation>quyết định %1 ngày %2</translation>
    </message>
    <message>
        <source>decision %1</source>
        <translation>quyết định %1</translation>
    </message>
    <message>
        <source>The data was erased by decision.</source>
        <translation>Dữ liệu đã hủy theo quyết định.</translation>
    </message>
    <message>
        <source>A part of the data was erased by decision.</source>
        <translation>Một phần dữ liệu đã hủy theo quyết định.</translation>
    </message>
    <message>
        <source>The data was erased by %1.</source>
        <translation>Dữ liệu đã hủy theo %1.</translation>
    </message>
    <message>
        <source>A part of the data was erased by %1.</source>
        <translation>Một phần dữ liệu đã hủy theo %1.</translation>
    </message>
    <message>
        <source>Do not write the erased names, numbers and addresses down again.</source>
        <translation>Không ghi lại tên, số, địa chỉ đã hủy.</translation>
    </message>
</context>
<context>
    <name>CaseWork</name>
    <message>
        <source>The time at which the report came in is missing; the 12 hours run from it. Type it, as in “23:40 23/11/2026”.</source>
        <translation>Thiếu thời điểm tiếp nhận thông tin; thời hạn 12 giờ tính từ lúc đó. Hãy ghi như mẫu “23:40 23/11/2026”.</translation>
    </message>
    <message>
        <source>The report&apos;s time lies in the future. Check day and hour, or the PC&apos;s clock.</source>
        <translation>Thời điểm tiếp nhận thông tin ở tương lai. Hãy kiểm tra ngày, giờ hoặc đồng hồ của máy.</translation>
    </message>
    <message>
        <source>One line is missing: what happened, and where. “Unknown” is an answer too.</source>
        <translation>Thiếu một dòng: việc gì đã xảy ra, ở đâu. “Không biết” cũng là một câu trả lời.</translation>
    </message>
    <message>
        <source>The time at which it was done is missing. When it was done counts, not when it is typed.</source>
        <translation>Thiếu thời điểm thực hiện. Tính theo lúc làm, không theo lúc nhập vào máy.</translation>
    </message>
    <message>
        <source>That time lies in the future. Check day and hour, or the PC&apos;s clock.</source>
        <translation>Thời điểm này ở tương lai. Hãy kiểm tra ngày, giờ hoặc đồng hồ của máy.</translation>
    </message>
    <message>
        <source>That time lies before the report came in. Check day and hour.</source>
        <translation>Thời điểm này trước lúc tiếp nhận thông tin. Hãy kiểm tra ngày và giờ.</translation>
    </message>
    <message>
        <source>The conclusion is missing. Choose high, medium or low; the suggestion is only a suggestion.</source>
        <translation>Thiếu kết luận. Hãy chọn cao, trung bình hoặc thấp; mức gợi ý chỉ để tham khảo.</translation>
    </message>
    <message>
        <source>The reason for the conclusion is missing. One sentence is enough.</source>
        <translation>Thiếu lý do của kết luận. Một câu là đủ.</translation>
    </message>
    <message>
        <source>There is no such step. Choose one on the line of steps.</source>
        <translation>Không có bước này. Hãy chọn một bước trên dãy các bước.</translation>
    </message>
    <message>
        <source>This goes past a step. Say why in one sentence; it stays in the history.</source>
        <translation>Thao tác này bỏ qua một bước. Hãy nêu lý do trong một câu; lý do được giữ trong lịch sử.</translation>
    </message>
    <message>
        <source>The time at which the report came in is missing; every statutory time runs from it. Type it, as in “23:40 23/11/2026”.</source>
        <translation>Thiếu thời điểm nhận tin; mọi thời hạn đều tính từ lúc đó. Hãy ghi, ví dụ “23:40 23/11/2026”.</translation>
    </message>
    <message>
        <source>That time lies before the report came in. Check day and year.</source>
        <translation>Thời điểm này trước lúc nhận tin. Hãy xem lại ngày và năm.</translation>
    </message>
    <message>
        <source>An isolation ended that never began here. Type from when the child was isolated as well.</source>
        <translation>Có ngày kết thúc cách ly mà chưa ghi ngày bắt đầu. Hãy ghi cả lúc bắt đầu cách ly trẻ.</translation>
    </message>
    <message>
        <source>The isolation ends before it begins. Check day and year.</source>
        <translation>Ngày kết thúc cách ly trước ngày bắt đầu. Hãy xem lại ngày và năm.</translation>
    </message>
    <message>
        <source>Say first what came of the report: untrue, could not be verified, known already or passed on. Otherwise it would be counted as a case that was closed.</source>
        <translation>Trước hết hãy chọn kết quả của tin báo: không đúng, không xác minh được, đã biết hoặc đã chuyển nơi khác. Nếu không, tin này sẽ được tính là một vụ đã kết thúc.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>This catalogue is larger than %1 MB, so it was not read. Ask for it again from whoever sent it.</source>
        <translation>Danh mục này lớn hơn %1 MB nên không được đọc. Hãy đề nghị nơi gửi gửi lại.</translation>
    </message>
    <message>
        <source>This file is nested deeper than a catalogue ever is, so it was not read. Ask for it again from whoever sent it.</source>
        <translation>Tệp này lồng sâu hơn mức một danh mục có thể có nên không được đọc. Hãy đề nghị nơi gửi gửi lại.</translation>
    </message>
    <message>
        <source>This file is not a catalogue: it is damaged at byte %1. Ask for it again from whoever sent it.</source>
        <translation>Tệp này không phải danh mục: bị hỏng ở byte thứ %1. Hãy đề nghị nơi gửi gửi lại.</translation>
    </message>
    <message>
        <source>A text in this catalogue is longer than %1 characters. Correct the file and load it again.</source>
        <translation>Một nội dung chữ trong danh mục này dài hơn %1 ký tự. Hãy sửa tệp rồi nạp lại.</translation>
    </message>
    <message>
        <source>The catalogue “%1” has %2 entries; between 1 and %3 can be read. Correct the file and load it again.</source>
        <translation>Danh mục “%1” có %2 mục; chỉ đọc được từ 1 đến %3 mục. Hãy sửa tệp rồi nạp lại.</translation>
    </message>
    <message>
        <source>The catalogue file is not there any more. Choose it again.</source>
        <translation>Tệp danh mục không còn ở chỗ cũ. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>The catalogue file cannot be read. Check the disk or stick and try again.</source>
        <translation>Không đọc được tệp danh mục. Hãy kiểm tra ổ đĩa hoặc USB rồi thử lại.</translation>
    </message>
    <message>
        <source>This catalogue was made for a newer version of the program. Install that version, then load it.</source>
        <translation>Danh mục này dành cho phiên bản mới hơn của chương trình. Hãy cài phiên bản đó rồi nạp danh mục.</translation>
    </message>
    <message>
        <source>This file does not say which catalogue it is, in which version. It needs catalogue, version, oldest_reader, vi and en at its beginning.</source>
        <translation>Tệp này không cho biết là danh mục nào, phiên bản nào. Phần đầu tệp cần có catalogue, version, oldest_reader, vi và en.</translation>
    </message>
    <message>
        <source>Entry %1 of the catalogue “%2”: %3 Correct the file and load it again.</source>
        <translation>Mục %1 của danh mục “%2”: %3 Hãy sửa tệp rồi nạp lại.</translation>
    </message>
    <message>
        <source>its code is missing or has characters that a code cannot have.</source>
        <translation>thiếu mã hoặc mã có ký tự không được dùng.</translation>
    </message>
    <message>
        <source>its code stands twice.</source>
        <translation>mã bị trùng.</translation>
    </message>
    <message>
        <source>a name is missing; both vi and en are needed.</source>
        <translation>thiếu tên; cần có cả vi và en.</translation>
    </message>
    <message>
        <source>a name is longer than %1 characters.</source>
        <translation>có tên dài hơn %1 ký tự.</translation>
    </message>
    <message>
        <source>its source or certainty is missing.</source>
        <translation>thiếu nguồn hoặc độ chắc chắn.</translation>
    </message>
    <message>
        <source>This is the catalogue “%1”, not “%2”. Choose the right file.</source>
        <translation>Đây là danh mục “%1”, không phải “%2”. Hãy chọn đúng tệp.</translation>
    </message>
    <message>
        <source>Version %1 of the catalogue “%2” is in use already; the file has version %3. Nothing was changed.</source>
        <translation>Đang dùng phiên bản %1 của danh mục “%2”; tệp này là phiên bản %3. Không có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>Catalogues</name>
    <message>
        <source>A list that the program needs is missing or damaged. Install the program again.</source>
        <translation>Một danh mục chương trình cần dùng bị thiếu hoặc hỏng. Hãy cài lại chương trình.</translation>
    </message>
    <message>
        <source>This program has no catalogue “%1”. A newer version of the program may have it.</source>
        <translation>Chương trình này không có danh mục “%1”. Phiên bản mới hơn có thể có.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Every command takes --json and --passphrase-file F (or MAIAM_PASSPHRASE_FILE).</source>
        <translation>Mọi lệnh đều nhận --json và --passphrase-file F (hoặc MAIAM_PASSPHRASE_FILE).</translation>
    </message>
    <message>
        <source>Wrong number of arguments.</source>
        <translation>Số tham số không đúng.</translation>
    </message>
    <message>
        <source>An option is missing: --%1</source>
        <translation>Thiếu tùy chọn: --%1</translation>
    </message>
    <message>
        <source>No passphrase: name a file with --passphrase-file or MAIAM_PASSPHRASE_FILE.</source>
        <translation>Chưa có cụm mật khẩu: hãy chỉ ra tệp bằng --passphrase-file hoặc MAIAM_PASSPHRASE_FILE.</translation>
    </message>
    <message>
        <source>The passphrase file cannot be read. Check its name and rights.</source>
        <translation>Không đọc được tệp cụm mật khẩu. Hãy kiểm tra tên tệp và quyền đọc.</translation>
    </message>
    <message>
        <source>The passphrase file is empty. Write the passphrase into its first line.</source>
        <translation>Tệp cụm mật khẩu trống. Hãy ghi cụm mật khẩu vào dòng đầu tiên.</translation>
    </message>
    <message>
        <source>--%1 wants a whole number of 0 or more.</source>
        <translation>--%1 cần một số nguyên từ 0 trở lên.</translation>
    </message>
    <message>
        <source>The card cannot be written there. Choose a folder in which you may write, with room on the disk.</source>
        <translation>Không ghi được thẻ vào đó. Hãy chọn thư mục được phép ghi, trên ổ đĩa còn chỗ trống.</translation>
    </message>
    <message>
        <source>The office card of %1 has been written.</source>
        <translation>Đã ghi thẻ đơn vị của %1.</translation>
    </message>
    <message>
        <source>Fingerprint, to be read out on the phone: %1</source>
        <translation>Mã đối chiếu của thẻ, để đọc qua điện thoại: %1</translation>
    </message>
    <message>
        <source>The card cannot be read. Check the file&apos;s name.</source>
        <translation>Không đọc được thẻ. Hãy kiểm tra tên tệp.</translation>
    </message>
    <message>
        <source>This file is no office card: it is far too large. Ask the other office for its card.</source>
        <translation>Tệp này không phải thẻ đơn vị: dung lượng quá lớn. Hãy đề nghị đơn vị kia gửi thẻ.</translation>
    </message>
    <message>
        <source>The card of %1 has been accepted.</source>
        <translation>Đã chấp nhận thẻ của %1.</translation>
    </message>
    <message>
        <source>Packed, without identities: %1 (%2 entries, %3 bytes)</source>
        <translation>Đã đóng gói, không kèm danh tính: %1 (%2 mục, %3 byte)</translation>
    </message>
    <message>
        <source>%1 entries are new, %2 were known.</source>
        <translation>%1 mục mới, %2 mục đã có.</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Thiếu: %1</translation>
    </message>
    <message>
        <source>The file for the recovery key cannot be made, or stands there already. The register was not made.</source>
        <translation>Không tạo được tệp cho khóa khôi phục, hoặc tệp đã có sẵn. Chưa lập sổ.</translation>
    </message>
    <message>
        <source>The recovery key could not be written. Make room on the disk, then try again.</source>
        <translation>Không ghi được khóa khôi phục. Hãy giải phóng chỗ trống trên ổ đĩa rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no unit with this code. A commune&apos;s code has 5 digits; the province&apos;s is 22.</source>
        <translation>Không có đơn vị mang mã này. Mã cấp xã có 5 chữ số; mã của tỉnh là 22.</translation>
    </message>
    <message>
        <source>Unit and role do not go together: the role province belongs to unit 22, the role commune to a commune.</source>
        <translation>Đơn vị và vai trò không khớp: vai trò province thuộc đơn vị 22, vai trò commune thuộc cấp xã.</translation>
    </message>
    <message>
        <source>--role is commune or province.</source>
        <translation>--role là commune hoặc province.</translation>
    </message>
    <message>
        <source>There is a register in this folder already. Choose another folder, or open that register.</source>
        <translation>Trong thư mục này đã có sổ. Hãy chọn thư mục khác hoặc mở sổ đó.</translation>
    </message>
    <message>
        <source>The register of %1 has been made.</source>
        <translation>Đã lập sổ của %1.</translation>
    </message>
    <message>
        <source>Recovery key, to be kept in a sealed envelope: %1</source>
        <translation>Khóa khôi phục, cần cất trong phong bì niêm phong: %1</translation>
    </message>
    <message>
        <source>Do not go on working in this register; restore the newest backup.</source>
        <translation>Đừng làm việc tiếp trên sổ này; hãy khôi phục bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>%1 entries, all in order.</source>
        <translation>%1 mục ghi, tất cả đều đúng.</translation>
    </message>
    <message>
        <source>Nothing arose in this period.</source>
        <translation>Trong kỳ không phát sinh.</translation>
    </message>
    <message>
        <source>Reports received: %1</source>
        <translation>Thông tin tiếp nhận: %1</translation>
    </message>
    <message>
        <source>Cases opened: %1, children: %2</source>
        <translation>Hồ sơ mở: %1, trẻ em: %2</translation>
    </message>
    <message>
        <source>Assessed within 12 hours: %1 of %2</source>
        <translation>Đánh giá ban đầu trong 12 giờ: %1 trên %2</translation>
    </message>
    <message>
        <source>%1 rows: %2 children and %3 cases are new, %4 rows were known.</source>
        <translation>%1 dòng: %2 trẻ em và %3 hồ sơ mới, %4 dòng đã có.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Không tìm thấy.</translation>
    </message>
    <message>
        <source>Fictional data has been written: %1 children, %2 cases, %3 sessions.</source>
        <translation>Đã ghi số liệu mẫu: %1 trẻ em, %2 hồ sơ, %3 buổi.</translation>
    </message>
    <message>
        <source>Lost for good, as their office says: %1</source>
        <translation>Đã mất hẳn, theo xác nhận của đơn vị: %1</translation>
    </message>
    <message>
        <source>rows %1–%2</source>
        <translation>dòng %1–%2</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>dòng %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>cột %1</translation>
    </message>
    <message>
        <source>The command was carried out, but its answer could not be written. Check where the output goes: the disk may be full.</source>
        <translation>Lệnh đã thực hiện xong nhưng không ghi được kết quả ra. Hãy kiểm tra nơi nhận kết quả: có thể đĩa đã đầy.</translation>
    </message>
    <message>
        <source>%1 entries, read back and checked.</source>
        <translation>%1 mục ghi, đã đọc lại và kiểm tra.</translation>
    </message>
    <message>
        <source>Restored into %1: %2 entries. It goes on under a new device number.</source>
        <translation>Đã khôi phục vào %1: %2 mục ghi. Sổ tiếp tục với số máy mới.</translation>
    </message>
    <message>
        <source>%1 entries, all pages and chains in order.</source>
        <translation>%1 mục ghi, mọi trang và chuỗi đều ổn.</translation>
    </message>
    <message>
        <source>Name either --register or --backup.</source>
        <translation>Hãy nêu --register hoặc --backup, một trong hai.</translation>
    </message>
    <message>
        <source>The option --%1 wants a value.</source>
        <translation>Tùy chọn --%1 cần có giá trị.</translation>
    </message>
    <message>
        <source>No register stands in %1. Check the folder behind --register.</source>
        <translation>Không có sổ nào trong %1. Hãy kiểm tra thư mục ghi sau --register.</translation>
    </message>
    <message>
        <source>Nothing to search for: name a letter or a digit at least.</source>
        <translation>Không có gì để tìm: hãy ghi ít nhất một chữ cái hoặc chữ số.</translation>
    </message>
    <message>
        <source>restricted access</source>
        <translation>hạn chế truy cập</translation>
    </message>
    <message>
        <source>The file behind --%1 cannot be read. Check its name and rights.</source>
        <translation>Không đọc được tệp ghi sau --%1. Hãy xem lại tên và quyền của tệp.</translation>
    </message>
    <message>
        <source>Name either --recovery-file, or --escrow-file-1 and --escrow-file-2 together.</source>
        <translation>Hãy nêu --recovery-file, hoặc nêu cả --escrow-file-1 và --escrow-file-2.</translation>
    </message>
    <message>
        <source>Open the register in the window, press “Forgotten…”, then “Put back the keys of a backup…”; or restore into a new folder: maiam restore --backup FILE --register NEWDIR</source>
        <translation>Hãy mở sổ trong cửa sổ chương trình, bấm “Quên…” rồi “Lấy lại khóa từ bản sao lưu…”; hoặc khôi phục ra thư mục mới: maiam restore --backup TỆP --register THƯ-MỤC-MỚI</translation>
    </message>
</context>
<context>
    <name>DemoRegister</name>
    <message>
        <source>Other files lie in the folder %1, so no demo register was made there and nothing was changed. Name an empty folder with --register, or one that is not there yet.</source>
        <translation>Thư mục %1 có tệp khác nên không tạo sổ mẫu ở đó và không thay đổi gì. Hãy ghi sau --register một thư mục trống hoặc thư mục chưa có.</translation>
    </message>
</context>
<context>
    <name>DemoWriter</name>
    <message>
        <source>This register is kept for real children, so no fictional data goes into it. Make a demo register for that.</source>
        <translation>Sổ này dùng cho trẻ em thật nên không nhận số liệu mẫu. Hãy tạo một sổ mẫu cho việc đó.</translation>
    </message>
    <message>
        <source>Cases need children. Ask for at least one child.</source>
        <translation>Muốn có hồ sơ thì phải có trẻ em. Hãy yêu cầu ít nhất một trẻ.</translation>
    </message>
</context>
<context>
    <name>DeviceCareTexts</name>
    <message>
        <source>No entry of this device is here. Check its name.</source>
        <translation>Ở đây không có mục ghi nào của máy này. Hãy kiểm tra lại tên máy.</translation>
    </message>
    <message>
        <source>An office decides about its own other devices only. Call the office whose device it is.</source>
        <translation>Đơn vị chỉ quyết định về máy khác của chính mình. Hãy gọi đơn vị có máy đó.</translation>
    </message>
    <message>
        <source>Device %1 has two histories from entry %2 on. Neither counts from there until its office says which one does.</source>
        <translation>Máy %1 có hai nhánh ghi từ mục ghi %2. Từ đó trở đi chưa nhánh nào được tính, cho đến khi đơn vị của máy nói nhánh nào đúng.</translation>
    </message>
    <message numerus="yes">
        <source>Device %1: %n entries that do not count are kept aside.</source>
        <translation>
            <numerusform>Máy %1: %Ln mục ghi không được tính, đang để riêng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Device %1: the other office does not count what stands last in %n records. It is to be said again.</source>
        <translation>
            <numerusform>Máy %1: có %Ln bản ghi mà điều ghi sau cùng không được đơn vị kia tính. Cần ghi lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Device %1 was reported as lost after entry %2.</source>
        <translation>Máy %1 đã được báo mất sau mục ghi %2.</translation>
    </message>
    <message>
        <source>Device %1: entries %2 are lost for good.</source>
        <translation>Máy %1: các mục ghi %2 đã mất hẳn.</translation>
    </message>
    <message>
        <source>No entry of this device counts yet. Choose which of its histories counts first.</source>
        <translation>Chưa mục ghi nào của máy này được tính. Trước hết hãy chọn nhánh nào đúng.</translation>
    </message>
    <message>
        <source>The last entry must be named by its number and its hash, as the other side holds it.</source>
        <translation>Mục ghi cuối phải được nêu bằng số và mã băm, đúng như bên kia đang giữ.</translation>
    </message>
    <message>
        <source>This entry is not here, so it cannot be chosen.</source>
        <translation>Mục ghi này không có ở đây nên không chọn được.</translation>
    </message>
    <message>
        <source>First choose which of the two histories counts; then the other one&apos;s content can be taken over.</source>
        <translation>Trước hết hãy chọn nhánh nào đúng; sau đó mới lấy lại được nội dung của nhánh kia.</translation>
    </message>
</context>
<context>
    <name>DoubtTexts</name>
    <message>
        <source>This text is not here any more. Leave this page and open it again.</source>
        <translation>Văn bản này không còn ở đây. Hãy rời trang này rồi mở lại.</translation>
    </message>
    <message>
        <source>What is written in this place is kept by rule and cannot be erased. Open it, write it without the name and save; the former text stays in its history.</source>
        <translation>Điều ghi ở chỗ này được giữ theo quy định, không hủy được. Hãy mở ra, viết lại không có tên rồi lưu; nội dung cũ vẫn nằm trong lịch sử.</translation>
    </message>
    <message>
        <source>It belongs to another office, which decides about it.</source>
        <translation>Chỗ này thuộc đơn vị khác, đơn vị đó quyết định.</translation>
    </message>
    <message>
        <source>The same part holds the name of that child. If it is the same child, erase on that child&apos;s own page; otherwise correct the text there.</source>
        <translation>Phần này còn ghi họ tên của trẻ kia. Nếu là cùng một trẻ, hãy hủy ở trang của chính trẻ đó; nếu không, hãy sửa lại văn bản ở đó.</translation>
    </message>
</context>
<context>
    <name>ErasureListTexts</name>
    <message>
        <source>The list of erasures cannot be read (%1). Close other programs that have it open, then try again.</source>
        <translation>Không đọc được danh sách hủy dữ liệu (%1). Hãy đóng chương trình khác đang mở tệp đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The list of erasures could not be written beside the backups (%1). Make room there or choose another place; it is tried again with the next backup.</source>
        <translation>Không ghi được danh sách hủy dữ liệu cạnh các bản sao lưu (%1). Hãy dọn chỗ hoặc chọn nơi khác; lần sao lưu sau chương trình sẽ ghi lại.</translation>
    </message>
    <message>
        <source>The list of erasures is damaged: %1. It says what must not come back from a backup. Put a whole copy of it there, or move it away if there is none, then try again.</source>
        <translation>Danh sách hủy dữ liệu bị hỏng: %1. Danh sách này ghi những gì không được trở lại từ bản sao lưu. Hãy chép một bản còn nguyên vào đó, hoặc chuyển nó đi chỗ khác nếu không có, rồi thử lại.</translation>
    </message>
</context>
<context>
    <name>ErasureTexts</name>
    <message>
        <source>A case of this child is still open. Close it first.</source>
        <translation>Trẻ này còn hồ sơ đang mở. Hãy kết thúc hồ sơ trước.</translation>
    </message>
    <message>
        <source>The file must be kept: proceedings are under way.</source>
        <translation>Hồ sơ phải giữ lại: đang có tố tụng.</translation>
    </message>
    <message>
        <source>The file must be kept: an inspection or complaint is open.</source>
        <translation>Hồ sơ phải giữ lại: đang thanh tra, kiểm tra hoặc giải quyết khiếu nại, tố cáo.</translation>
    </message>
    <message>
        <source>The file must be kept: it belongs to the archive.</source>
        <translation>Hồ sơ phải giữ lại: phải nộp lưu trữ.</translation>
    </message>
    <message>
        <source>An erasure takes two different people: one with the role of leader and one with the role of administrator. Nothing was erased.</source>
        <translation>Hủy dữ liệu phải có hai người khác nhau: một người có vai trò lãnh đạo và một người có vai trò quản trị. Chưa có gì bị hủy.</translation>
    </message>
    <message>
        <source>Give the number of the decision as it is printed, such as 125/QĐ-UBND.</source>
        <translation>Hãy ghi số, ký hiệu của quyết định đúng như bản in, ví dụ 125/QĐ-UBND.</translation>
    </message>
    <message>
        <source>Choose the ground of the decision.</source>
        <translation>Hãy chọn căn cứ của quyết định.</translation>
    </message>
    <message>
        <source>There is nothing about this child that can be erased.</source>
        <translation>Không có gì về trẻ này có thể hủy.</translation>
    </message>
    <message>
        <source>The record belongs to another office, which decides about it. Nothing was erased.</source>
        <translation>Hồ sơ thuộc đơn vị khác, đơn vị đó quyết định. Chưa có gì bị hủy.</translation>
    </message>
    <message>
        <source>Choose why the file must be kept.</source>
        <translation>Hãy chọn lý do phải giữ hồ sơ.</translation>
    </message>
    <message>
        <source>Give the day on which the decision was signed.</source>
        <translation>Hãy ghi ngày ký quyết định.</translation>
    </message>
    <message>
        <source>The list beside the backups could not be written: %1</source>
        <translation>Chưa ghi được danh sách hủy cạnh các bản sao lưu: %1</translation>
    </message>
    <message>
        <source>The register&apos;s log could not be emptied yet, since something else reads the register. Lock the register when that has ended; then it is emptied.</source>
        <translation>Chưa làm trống được nhật ký ghi của sổ vì đang có việc khác đọc sổ. Khi việc đó xong, hãy khóa sổ; lúc ấy nhật ký được làm trống.</translation>
    </message>
    <message>
        <source>Nothing was erased. Restrict access to the file instead, on the child&apos;s page, and tell who asked.</source>
        <translation>Chưa hủy gì. Hãy hạn chế truy cập hồ sơ ở trang của trẻ và trả lời người yêu cầu.</translation>
    </message>
    <message>
        <source>Nothing was erased. Confirm again when that has ended: the office that keeps the case closes it, and a reason to keep is taken away on the child&apos;s page.</source>
        <translation>Chưa hủy gì. Khi việc đó xong hãy xác nhận lại: đơn vị giữ hồ sơ kết thúc hồ sơ, còn lý do phải giữ thì bỏ ở trang của trẻ.</translation>
    </message>
    <message>
        <source>A text that was chosen (%1) must stay. %2 Nothing was erased. Take its mark away, then erase again.</source>
        <translation>Một văn bản đã đánh dấu (%1) phải giữ lại. %2 Chưa hủy gì. Hãy bỏ dấu ở đó rồi hủy lại.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was erased.</source>
        <translation>Đã dừng. Chưa hủy gì.</translation>
    </message>
    <message>
        <source>What this decision names about the child has been erased already.</source>
        <translation>Những gì quyết định này nêu về trẻ đã được hủy từ trước.</translation>
    </message>
</context>
<context>
    <name>FigureCases</name>
    <message>
        <source>This figure does not count cases, so there is no list behind it.</source>
        <translation>Số liệu này không đếm hồ sơ nên không có danh sách kèm theo.</translation>
    </message>
    <message>
        <source>This figure does not count sessions, so there is no list behind it.</source>
        <translation>Số liệu này không đếm các buổi nên không có danh sách kèm theo.</translation>
    </message>
</context>
<context>
    <name>FigureSource</name>
    <message>
        <source>Reports received</source>
        <translation>Thông tin tiếp nhận</translation>
    </message>
    <message>
        <source>Cases opened</source>
        <translation>Hồ sơ mở</translation>
    </message>
    <message>
        <source>Cases closed</source>
        <translation>Hồ sơ kết thúc</translation>
    </message>
    <message>
        <source>Cases still open</source>
        <translation>Hồ sơ đang mở</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>Assessed within 12 hours</source>
        <translation>Đánh giá ban đầu trong 12 giờ</translation>
    </message>
    <message>
        <source>Plan within 5 working days</source>
        <translation>Kế hoạch trong 5 ngày làm việc</translation>
    </message>
    <message>
        <source>Classes and training</source>
        <translation>Lớp, tập huấn</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Truyền thông</translation>
    </message>
    <message>
        <source>Counselling points</source>
        <translation>Điểm tư vấn</translation>
    </message>
    <message>
        <source>%1 · received %2</source>
        <translation>%1 · tiếp nhận %2</translation>
    </message>
    <message>
        <source>cumulative</source>
        <translation>Lũy kế</translation>
    </message>
</context>
<context>
    <name>FirstStartServices</name>
    <message>
        <source>This passphrase can be used.</source>
        <translation>Cụm mật khẩu này dùng được.</translation>
    </message>
    <message>
        <source>Deriving the key; this takes a moment</source>
        <translation>Đang tạo khóa từ cụm mật khẩu; xin chờ một lát</translation>
    </message>
    <message>
        <source>The key would lie in a file, and whoever reads the file can open the register.</source>
        <translation>Khóa sẽ nằm trong một tệp, ai đọc được tệp thì mở được sổ.</translation>
    </message>
    <message>
        <source>Choose a printer with paper instead. Where there is none: save the file onto a USB stick, print it elsewhere, then delete it.</source>
        <translation>Hãy chọn máy in ra giấy. Nếu không có: lưu tệp vào USB, in ở nơi khác, rồi xóa tệp.</translation>
    </message>
    <message>
        <source>&amp;Save the file all the same</source>
        <translation>Vẫn &amp;lưu vào tệp</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Khóa khôi phục</translation>
    </message>
    <message>
        <source>The two escrow sheets</source>
        <translation>Hai phần ký gửi</translation>
    </message>
</context>
<context>
    <name>FormNames</name>
    <message>
        <source>A report being taken</source>
        <translation>Tiếp nhận thông tin</translation>
    </message>
    <message>
        <source>child and family</source>
        <translation>trẻ em và gia đình</translation>
    </message>
    <message>
        <source>Form 02</source>
        <translation>Mẫu 02</translation>
    </message>
    <message>
        <source>start of the plan&apos;s period</source>
        <translation>ngày bắt đầu thời hạn lập kế hoạch</translation>
    </message>
    <message>
        <source>An old workbook being looked through</source>
        <translation>Bảng tính sổ cũ đang xem dở</translation>
    </message>
    <message>
        <source>A session</source>
        <translation>Phiếu một buổi</translation>
    </message>
    <message>
        <source>Remarks of the report</source>
        <translation>Nhận xét của báo cáo</translation>
    </message>
    <message>
        <source>Who signs the report</source>
        <translation>Người ký báo cáo</translation>
    </message>
    <message>
        <source>A new user</source>
        <translation>Một người dùng mới</translation>
    </message>
    <message>
        <source>Name, post and role of a user</source>
        <translation>Họ tên, chức vụ, vai trò của một người dùng</translation>
    </message>
    <message>
        <source>erasure by decision</source>
        <translation>hủy dữ liệu theo quyết định</translation>
    </message>
    <message>
        <source>reason to keep the file</source>
        <translation>lý do phải giữ hồ sơ</translation>
    </message>
    <message>
        <source>restricted access</source>
        <translation>hạn chế truy cập</translation>
    </message>
    <message>
        <source>The numbers of another office&apos;s card</source>
        <translation>Dãy số trên thẻ của đơn vị khác</translation>
    </message>
    <message>
        <source>A data leak</source>
        <translation>Một sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>Notice of a data leak</source>
        <translation>Thông báo sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>A session being planned: %1</source>
        <translation>Buổi đang lên lịch: %1</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Nhiệm vụ %1</translation>
    </message>
    <message>
        <source>A hand-over of the post</source>
        <translation>Một lần bàn giao đang ghi</translation>
    </message>
    <message>
        <source>Another form</source>
        <translation>Biểu mẫu khác</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>The reading was stopped. Go one step back and forward again; then everything is read anew.</source>
        <translation>Đã dừng đọc. Hãy quay lại một bước rồi đi tiếp; khi đó mọi thứ được đọc lại từ đầu.</translation>
    </message>
</context>
<context>
    <name>ImportTables</name>
    <message>
        <source>known already</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>new child, new case</source>
        <translation>trẻ mới, hồ sơ mới</translation>
    </message>
    <message>
        <source>new child</source>
        <translation>trẻ mới</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>hồ sơ mới</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>Không nhập được</translation>
    </message>
    <message>
        <source>goes to the note</source>
        <translation>đưa vào ghi chú</translation>
    </message>
    <message>
        <source>number in the list</source>
        <translation>số thứ tự</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>họ và tên</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>ngày sinh</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>giới tính</translation>
    </message>
    <message>
        <source>sex: male</source>
        <translation>giới tính: nam</translation>
    </message>
    <message>
        <source>sex: female</source>
        <translation>giới tính: nữ</translation>
    </message>
    <message>
        <source>ethnic group</source>
        <translation>dân tộc</translation>
    </message>
    <message>
        <source>personal number</source>
        <translation>số định danh</translation>
    </message>
    <message>
        <source>father</source>
        <translation>cha</translation>
    </message>
    <message>
        <source>mother</source>
        <translation>mẹ</translation>
    </message>
    <message>
        <source>carer</source>
        <translation>người chăm sóc</translation>
    </message>
    <message>
        <source>residence</source>
        <translation>nơi ở</translation>
    </message>
    <message>
        <source>special circumstances</source>
        <translation>hoàn cảnh đặc biệt</translation>
    </message>
    <message>
        <source>day of reception</source>
        <translation>ngày tiếp nhận</translation>
    </message>
    <message>
        <source>source of the information</source>
        <translation>nguồn tin</translation>
    </message>
    <message>
        <source>kind of abuse</source>
        <translation>hình thức xâm hại</translation>
    </message>
    <message>
        <source>remarks</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>school</source>
        <translation>trường, lớp</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>điện thoại</translation>
    </message>
    <message>
        <source>how it stands</source>
        <translation>tình trạng</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Title in the workbook</source>
        <translation>Tiêu đề trong sổ cũ</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>Hiểu là</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>Nơi ở</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Sẽ nhập thành</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Điều cần xem</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>“%1” (%2) lies in the future. Correct it, or look whether the clock of this computer is right (it says %3).</source>
        <translation>“%1” (%2) nằm ở tương lai. Hãy sửa lại, hoặc xem đồng hồ của máy có đúng không (máy đang báo %3).</translation>
    </message>
    <message>
        <source>When the leak was found out is missing: the 72 hours run from then. Enter day and hour.</source>
        <translation>Chưa ghi lúc phát hiện sự cố: 72 giờ tính từ lúc đó. Hãy ghi ngày và giờ.</translation>
    </message>
    <message>
        <source>The day on which it happened lies after the moment at which it was found out. Correct one of the two.</source>
        <translation>Ngày xảy ra sau lúc phát hiện. Hãy sửa một trong hai.</translation>
    </message>
    <message>
        <source>“%1” lies before the moment at which the leak was found out. Correct one of the two.</source>
        <translation>“%1” trước lúc phát hiện sự cố. Hãy sửa một trong hai.</translation>
    </message>
    <message>
        <source>Give the number of the notice as it is printed, such as 15 or 15/TB-UBND.</source>
        <translation>Hãy ghi số của thông báo như in trên giấy, ví dụ 15 hoặc 15/TB-UBND.</translation>
    </message>
    <message>
        <source>Say to whom the notice was sent, or clear the time at which it was sent.</source>
        <translation>Hãy ghi thông báo đã gửi cho ai, hoặc xóa giờ đã gửi.</translation>
    </message>
    <message>
        <source>No notice has been sent. Say why none is needed (the stick was found unopened …), or enter when it was sent; then the leak can be closed.</source>
        <translation>Chưa gửi thông báo. Hãy ghi vì sao không phải thông báo (đã tìm thấy USB, chưa ai mở…), hoặc ghi giờ đã gửi; sau đó mới kết thúc được.</translation>
    </message>
    <message>
        <source>“%1” must be a number from 0 to %2. Correct it, or leave it empty when it is not known.</source>
        <translation>“%1” phải là số từ 0 đến %2. Hãy sửa lại; chưa biết thì để trống.</translation>
    </message>
    <message>
        <source>“%1” is not a code of a file. Write codes only, such as BL-2026-0031, no names.</source>
        <translation>“%1” không phải mã hồ sơ. Chỉ ghi mã, ví dụ BL-2026-0031, không ghi tên.</translation>
    </message>
</context>
<context>
    <name>IncidentTexts</name>
    <message>
        <source>Closed %1</source>
        <translation>Kết thúc %1</translation>
    </message>
    <message>
        <source>Notice sent late</source>
        <translation>Đã thông báo, trễ hạn</translation>
    </message>
    <message>
        <source>Notice sent in time</source>
        <translation>Đã thông báo đúng hạn</translation>
    </message>
    <message>
        <source>Law 91/2025/QH15 and Decree 356/2025 want a notice to the data protection authority (department A05 of the Ministry of Public Security) within 72 hours of finding out. This was read in a summary; whether and where a commune sends it has not been checked against the official text. Ask the police or the province when unsure; the 72 hours go on meanwhile.</source>
        <translation>Theo Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, trong 72 giờ từ khi phát hiện phải thông báo cho cơ quan bảo vệ dữ liệu cá nhân (Cục A05, Bộ Công an). Điều này đọc ở bản tóm tắt; UBND cấp xã có phải gửi và gửi về đâu thì chưa đối chiếu với bản chính thức. Chưa rõ thì hỏi công an hoặc Sở; trong lúc hỏi, 72 giờ vẫn chạy.</translation>
    </message>
    <message>
        <source>Write no child&apos;s name here: codes are enough. This record is kept for at least five years and nobody can erase it.</source>
        <translation>Đừng ghi tên trẻ ở đây: mã hồ sơ là đủ. Bản ghi này được giữ ít nhất 5 năm và không ai xóa được.</translation>
    </message>
    <message>
        <source>A text has the same words as a child&apos;s name in this register (%1). Write the code instead, or leave it out.</source>
        <translation>Trong văn bản có chữ trùng với họ tên trẻ trong sổ (%1). Hãy thay bằng mã, hoặc bỏ đi.</translation>
    </message>
</context>
<context>
    <name>IncomingPackages</name>
    <message>
        <source>The file is not there. Check that the stick is in place.</source>
        <translation>Không thấy tệp. Hãy kiểm tra USB đã cắm chưa.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that the stick is in place.</source>
        <translation>Không đọc được tệp. Hãy kiểm tra USB đã cắm chưa.</translation>
    </message>
    <message>
        <source>The file is too large to be a package of this program, so it was not read.</source>
        <translation>Tệp quá lớn, không thể là gói của chương trình này, nên không được đọc.</translation>
    </message>
    <message>
        <source>The package cannot be copied into the register&apos;s folder. Check that the folder can be written.</source>
        <translation>Không chép được gói vào thư mục của sổ. Hãy kiểm tra quyền ghi vào thư mục.</translation>
    </message>
    <message>
        <source>There is no room for a copy of the package. Free some space, then receive it again.</source>
        <translation>Không đủ chỗ để chép gói. Hãy giải phóng chỗ trống rồi nhận lại.</translation>
    </message>
    <message>
        <source>This office made the package itself. Give it to the office that it is meant for.</source>
        <translation>Gói này do chính đơn vị mình lập. Hãy giao cho đơn vị nhận của gói.</translation>
    </message>
    <message>
        <source>The package is meant for another office. Ask the sender for one that is meant for this office.</source>
        <translation>Gói này dành cho đơn vị khác. Hãy đề nghị bên gửi gửi gói dành cho đơn vị mình.</translation>
    </message>
    <message>
        <source>The package comes from an office whose card was not confirmed here. Exchange cards, confirm the fingerprint on the phone, then receive it again.</source>
        <translation>Gói đến từ đơn vị có thẻ chưa được xác nhận ở đây. Hãy trao đổi thẻ, xác nhận mã đối chiếu của thẻ qua điện thoại, rồi nhận lại.</translation>
    </message>
    <message>
        <source>The package comes from another commune. Packages come from the provincial office only; tell the sender.</source>
        <translation>Gói đến từ một xã khác. Chỉ nhận gói từ Sở Y tế; hãy báo cho bên gửi.</translation>
    </message>
    <message>
        <source>The copy of the package cannot be read. Receive the package again.</source>
        <translation>Không đọc được bản sao của gói. Hãy nhận gói lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were kept aside: their sender may not write these records. Call the sender.</source>
        <translation>
            <numerusform>%Ln mục được để riêng: bên gửi không có quyền ghi các mục này. Hãy gọi cho bên gửi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>An entry of the journal is damaged. Nothing was changed; run the check of the register.</source>
        <translation>Một mục ghi bị hỏng. Không có gì thay đổi; hãy chạy kiểm tra sổ.</translation>
    </message>
    <message>
        <source>An entry was written by a newer program. Update this program, then try again.</source>
        <translation>Có mục ghi do chương trình mới hơn ghi. Hãy cập nhật chương trình này rồi thử lại.</translation>
    </message>
    <message>
        <source>The form holds a field that this kind of record does not have.</source>
        <translation>Biểu mẫu có một ô mà loại mục này không có.</translation>
    </message>
    <message>
        <source>This record belongs to another office, so it cannot be changed here. Ask that office, or wait until the case is handed over.</source>
        <translation>Bản ghi này thuộc đơn vị khác nên không sửa được ở đây. Hãy đề nghị đơn vị đó sửa, hoặc chờ đến khi hồ sơ được chuyển.</translation>
    </message>
    <message>
        <source>An entry of the journal is missing. Run the check of the register.</source>
        <translation>Thiếu một mục ghi. Hãy chạy kiểm tra sổ.</translation>
    </message>
    <message>
        <source>This record is no longer in the register. Go back to the list and open it again.</source>
        <translation>Bản ghi này không còn trong sổ. Hãy quay lại danh sách rồi mở lại.</translation>
    </message>
    <message>
        <source>A reason in free words may not stand in the open part of an entry. Nothing was changed.</source>
        <translation>Lý do bằng lời không được nằm ở phần để ngỏ của mục ghi. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This copy of the register may not write any more: its device has two histories, or was reported as lost. Nothing was changed; call the administrator of the register.</source>
        <translation>Bản sổ này không được ghi tiếp: máy của nó có hai nhánh ghi, hoặc đã được báo mất. Chưa có gì thay đổi; hãy gọi người quản trị sổ.</translation>
    </message>
    <message>
        <source>An erasure cannot be read. Run the check of the register.</source>
        <translation>Không đọc được một mục hủy dữ liệu. Hãy chạy kiểm tra sổ.</translation>
    </message>
    <message>
        <source>The list of erasures that belongs to this backup cannot be read. Take another copy of the backup.</source>
        <translation>Không đọc được danh sách hủy dữ liệu đi kèm bản sao lưu này. Hãy dùng bản sao lưu khác.</translation>
    </message>
    <message>
        <source>Entries of this PC wait for others that have not come or do not count. Nothing was saved. Lock the register and open it again; it then goes on under a new number, and nothing is mixed up.</source>
        <translation>Mục nhật ký của máy này đang chờ mục khác chưa đến hoặc không được tính. Chưa lưu gì. Hãy khóa sổ rồi mở lại; sổ sẽ ghi tiếp dưới số máy mới và không có gì bị lẫn.</translation>
    </message>
</context>
<context>
    <name>LooksTexts</name>
    <message>
        <source>The disk is full, so it could not be recorded yet that you opened this. Free some room on the disk; the program tries again by itself.</source>
        <translation>Ổ đĩa đã đầy nên chưa ghi lại được là anh/chị đã mở trang này. Hãy giải phóng bớt chỗ; chương trình sẽ tự ghi lại.</translation>
    </message>
    <message>
        <source>It could not be recorded yet that you opened this; the program tries again by itself. %1</source>
        <translation>Chưa ghi lại được là anh/chị đã mở trang này; chương trình sẽ tự ghi lại. %1</translation>
    </message>
</context>
<context>
    <name>MomentText</name>
    <message>
        <source>This is not a time. Write the hour and minute, then the day, such as 23:40 23/11/2026.</source>
        <translation>Đây không phải thời điểm. Hãy ghi giờ, phút rồi đến ngày, ví dụ 23:40 23/11/2026.</translation>
    </message>
    <message>
        <source>There is no such day in the calendar. Write the time and the day, such as 23:40 23/11/2026.</source>
        <translation>Ngày này không có trong lịch. Hãy ghi giờ và ngày, ví dụ 23:40 23/11/2026.</translation>
    </message>
</context>
<context>
    <name>OdtPackage</name>
    <message>
        <source>The document could not be put together. Save the paper as a PDF instead, and report this.</source>
        <translation>Không lập được văn bản. Hãy lưu ra PDF thay thế và báo lỗi này.</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>This is not the card of an office. Choose the card file that the other office sent.</source>
        <translation>Đây không phải thẻ đơn vị. Hãy chọn tệp thẻ mà đơn vị kia đã gửi.</translation>
    </message>
    <message>
        <source>The end of the card is missing: it was not copied whole. Ask the office for its card again.</source>
        <translation>Thẻ bị thiếu phần cuối: chưa được chép đủ. Hãy đề nghị đơn vị gửi lại thẻ.</translation>
    </message>
    <message>
        <source>The card was written by a newer program than this one. Update the program, then read the card again.</source>
        <translation>Thẻ do chương trình mới hơn chương trình này ghi. Hãy cập nhật chương trình rồi đọc lại thẻ.</translation>
    </message>
    <message>
        <source>The card was changed after the office made it, so it is not accepted. Ask the office for its card again.</source>
        <translation>Thẻ đã bị sửa sau khi đơn vị lập nên không được chấp nhận. Hãy đề nghị đơn vị gửi lại thẻ.</translation>
    </message>
</context>
<context>
    <name>OfficeKey</name>
    <message>
        <source>This is not the key of an office: its length is wrong.</source>
        <translation>Đây không phải khóa của đơn vị: độ dài không đúng.</translation>
    </message>
</context>
<context>
    <name>OfficeTexts</name>
    <message>
        <source>This office is not known yet. Exchange cards with it and confirm its fingerprint on the phone first.</source>
        <translation>Chưa biết đơn vị này. Trước hết hãy trao đổi thẻ và xác nhận mã đối chiếu của thẻ qua điện thoại.</translation>
    </message>
    <message>
        <source>This card is older than the one that is known. Ask the office for its present card.</source>
        <translation>Thẻ này cũ hơn thẻ đã biết. Hãy đề nghị đơn vị gửi thẻ hiện hành.</translation>
    </message>
    <message>
        <source>This card names other keys than the known card of the same number. Nothing was stored; call the office.</source>
        <translation>Thẻ này ghi khóa khác với thẻ đã biết có cùng số. Chưa lưu gì; hãy gọi cho đơn vị đó.</translation>
    </message>
    <message>
        <source>The card&apos;s number looks like that of another office, so it was not stored. Tell the provincial office.</source>
        <translation>Số của thẻ trông giống số của đơn vị khác nên không được lưu. Hãy báo cho Sở Y tế.</translation>
    </message>
    <message>
        <source>This is the card of this office itself. Choose the card of the other office.</source>
        <translation>Đây là thẻ của chính đơn vị mình. Hãy chọn thẻ của đơn vị kia.</translation>
    </message>
    <message>
        <source>The fingerprint is not that of this card, so nothing was stored. Have it read out once more; if it differs again, the card was exchanged on the way.</source>
        <translation>Mã đối chiếu của thẻ không phải của thẻ này nên chưa lưu gì. Hãy nhờ đọc lại một lần nữa; nếu vẫn khác thì thẻ đã bị tráo trên đường chuyển.</translation>
    </message>
</context>
<context>
    <name>PackageFormatTexts</name>
    <message>
        <source>This file is sealed, but it is not a package of this program. Choose the package that the office sent.</source>
        <translation>Tệp này có niêm phong nhưng không phải gói của chương trình này. Hãy chọn gói mà đơn vị đã gửi.</translation>
    </message>
    <message>
        <source>The package was written by a newer program than this one. Update the program, then receive it again.</source>
        <translation>Gói do chương trình mới hơn chương trình này ghi. Hãy cập nhật chương trình rồi nhận lại.</translation>
    </message>
    <message>
        <source>The work on the package was stopped. What was done before stands.</source>
        <translation>Đã dừng xử lý gói. Phần làm xong trước đó vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>The package does not hold what it should, so nothing of it was taken in. Ask the sender for it again.</source>
        <translation>Gói không có đúng nội dung cần có nên chưa nhận phần nào. Hãy đề nghị bên gửi gửi lại.</translation>
    </message>
</context>
<context>
    <name>PackageReceiptTexts</name>
    <message>
        <source>%1: the other office does not count entries %2 to %3. Press “Take over what the other history says” under “More → Machines”, then pack again.</source>
        <translation>%1: đơn vị kia không tính các mục ghi %2 đến %3. Hãy bấm “Ghi lại điều nhánh kia đã ghi” ở “Thêm → Các máy”, rồi đóng gói lại.</translation>
    </message>
    <message>
        <source>%1: the other office does not count entries %2 to %3, since it holds two histories of this machine. Lock the register and open it again; then report %1 as lost under “More → Machines”: what does not count is said again under the new number.</source>
        <translation>%1: đơn vị kia không tính các mục ghi %2 đến %3, vì đang giữ hai nhánh ghi của máy này. Hãy khóa sổ rồi mở lại; sau đó báo mất máy %1 ở “Thêm → Các máy”: điều không được tính sẽ được ghi lại dưới số máy mới.</translation>
    </message>
    <message>
        <source>%1 was reported as lost after entry %2, but the other office holds entries up to %3. Report it once more under “More → Machines”, so that they count.</source>
        <translation>Máy %1 đã được báo mất sau mục ghi %2, nhưng đơn vị kia có mục ghi đến %3. Hãy báo mất máy này một lần nữa ở “Thêm → Các máy”, để các mục ghi đó được tính.</translation>
    </message>
    <message>
        <source>%1: the other office holds entries up to %2, and this register does not. It was probably set back to an earlier day. Lock it and open it again; then report %1 as lost under “More → Machines”, so that what the other office holds still counts.</source>
        <translation>%1: đơn vị kia có mục ghi đến %2, còn sổ này thì không. Có lẽ sổ đã bị lùi về một ngày trước. Hãy khóa sổ rồi mở lại; sau đó báo mất máy %1 ở “Thêm → Các máy”, để điều đơn vị kia đang giữ vẫn được tính.</translation>
    </message>
    <message>
        <source>%1: the other office holds another entry %2 than this register. Two copies of this register were probably in use. Lock it and open it again; then report %1 as lost under “More → Machines” and call the provincial office.</source>
        <translation>%1: đơn vị kia có mục ghi %2 khác với sổ này. Có lẽ đã dùng hai bản sao của sổ này. Hãy khóa sổ rồi mở lại; sau đó báo mất máy %1 ở “Thêm → Các máy” và gọi cho Sở Y tế.</translation>
    </message>
</context>
<context>
    <name>PackageScan</name>
    <message>
        <source>The package names other receivers than this office, so it was not opened further. Ask the sender for one that is meant for this office.</source>
        <translation>Gói ghi đơn vị nhận không phải đơn vị mình nên không được mở tiếp. Hãy đề nghị bên gửi gửi gói dành cho đơn vị mình.</translation>
    </message>
    <message>
        <source>The package holds entries of a device that does not belong to its sender. Nothing was taken in; call the sender.</source>
        <translation>Gói có mục ghi của một máy không thuộc bên gửi. Chưa nhận gì; hãy gọi cho bên gửi.</translation>
    </message>
    <message>
        <source>An entry of the package does not carry the signature of its device. Nothing was taken in; call the sender.</source>
        <translation>Một mục ghi trong gói không mang chữ ký của máy ghi. Chưa nhận gì; hãy gọi cho bên gửi.</translation>
    </message>
    <message>
        <source>The package does not carry the signature of the office that it names, so nothing was taken in. Ask the sender for it again.</source>
        <translation>Gói không mang chữ ký của đơn vị ghi trên gói nên chưa nhận gì. Hãy đề nghị bên gửi gửi lại.</translation>
    </message>
</context>
<context>
    <name>PackageWriterTexts</name>
    <message>
        <source>There is no room for the package. Free some space or take another stick, then pack again.</source>
        <translation>Không đủ chỗ để ghi gói. Hãy giải phóng chỗ trống hoặc dùng USB khác rồi đóng gói lại.</translation>
    </message>
    <message>
        <source>The package cannot be written into this folder. Choose a folder or stick in which you may write.</source>
        <translation>Không ghi được gói vào thư mục này. Hãy chọn thư mục hoặc USB mà anh/chị được phép ghi.</translation>
    </message>
    <message>
        <source>The package could not be written. Check that the stick is in place, then pack again.</source>
        <translation>Không ghi được gói. Hãy kiểm tra USB đã cắm chắc chưa rồi đóng gói lại.</translation>
    </message>
    <message>
        <source>The package could not be given its name. Check that the stick is in place, then pack again.</source>
        <translation>Không đặt được tên cho gói. Hãy kiểm tra USB đã cắm chắc chưa rồi đóng gói lại.</translation>
    </message>
    <message>
        <source>Packages go to the provincial office only. Choose its card as the receiver.</source>
        <translation>Gói chỉ gửi đến cơ quan cấp tỉnh. Hãy chọn thẻ của cơ quan đó làm nơi nhận.</translation>
    </message>
    <message>
        <source>An entry holds a reason in free words, which may name somebody and would go along. Nothing was packed; tell whoever looks after the program.</source>
        <translation>Có mục ghi chứa lý do viết tự do, có thể nêu tên người và sẽ bị gửi kèm. Chưa đóng gói gì; hãy báo cho người phụ trách chương trình.</translation>
    </message>
    <message>
        <source>The package could not be read back. Check that the stick is in place, then pack again.</source>
        <translation>Không đọc lại được gói. Hãy kiểm tra USB đã cắm chắc chưa rồi đóng gói lại.</translation>
    </message>
</context>
<context>
    <name>PaperFile</name>
    <message>
        <source>The file could not be written there. The folder may be read-only or the file open in another program. Choose another place, or close the file and try again.</source>
        <translation>Không ghi được tệp vào đó. Thư mục có thể chỉ cho đọc hoặc tệp đang mở trong chương trình khác. Hãy chọn nơi khác, hoặc đóng tệp rồi thử lại.</translation>
    </message>
    <message>
        <source>The disk is full, so the file was not written. Free some space or choose another disk.</source>
        <translation>Ổ đĩa đã đầy nên chưa ghi được tệp. Hãy giải phóng bớt chỗ hoặc chọn ổ đĩa khác.</translation>
    </message>
    <message>
        <source>The file could not be written completely, so nothing was changed. Check the disk and try again.</source>
        <translation>Không ghi được trọn vẹn tệp nên chưa thay đổi gì. Hãy kiểm tra ổ đĩa rồi thử lại.</translation>
    </message>
</context>
<context>
    <name>PartialDate</name>
    <message>
        <source>This is not a date. Write the day first, such as 12/04/2014, or only the month and year, 04/2014, or only the year, 2014.</source>
        <translation>Đây không phải là ngày tháng. Hãy ghi ngày trước, ví dụ 12/04/2014, hoặc chỉ tháng và năm, 04/2014, hoặc chỉ năm, 2014.</translation>
    </message>
    <message>
        <source>There is no such day in the calendar. Check the day, the month and the year; the day comes first.</source>
        <translation>Không có ngày này trong lịch. Hãy kiểm tra ngày, tháng, năm; ngày ghi trước.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>khoảng %1</translation>
    </message>
</context>
<context>
    <name>PdfWriter</name>
    <message>
        <source>This paper has no pages yet. Prepare it again, then print it.</source>
        <translation>Văn bản này chưa có trang nào. Hãy lập lại rồi in.</translation>
    </message>
    <message>
        <source>The printer does not answer. Check that it is on and connected, or save the paper as a PDF.</source>
        <translation>Máy in không trả lời. Hãy kiểm tra máy in đã bật và đã nối chưa, hoặc lưu văn bản dạng PDF.</translation>
    </message>
    <message>
        <source>Printing stopped before the last page. Check the printer and print the missing pages again.</source>
        <translation>Việc in dừng trước trang cuối. Hãy kiểm tra máy in rồi in lại các trang còn thiếu.</translation>
    </message>
</context>
<context>
    <name>PersonalNumberCheck</name>
    <message>
        <source>The fourth digit of the personal number stands for a boy or man. Check the sex.</source>
        <translation>Chữ số thứ tư của số định danh là của nam. Hãy kiểm tra giới tính.</translation>
    </message>
    <message>
        <source>The fourth digit of the personal number stands for a girl or woman. Check the sex.</source>
        <translation>Chữ số thứ tư của số định danh là của nữ. Hãy kiểm tra giới tính.</translation>
    </message>
    <message>
        <source>The year of birth in the personal number (digits 4 to 6) is not that of the date of birth. Check both.</source>
        <translation>Năm sinh trong số định danh (chữ số thứ 4 đến thứ 6) không khớp với ngày sinh. Hãy kiểm tra cả hai.</translation>
    </message>
    <message>
        <source>The personal number holds something other than digits. It has 12 digits.</source>
        <translation>Số định danh có ký tự không phải chữ số. Số định danh gồm 12 chữ số.</translation>
    </message>
    <message>
        <source>This number has 9 digits, as old identity cards had. A personal number has 12 digits.</source>
        <translation>Số này có 9 chữ số như chứng minh nhân dân cũ. Số định danh gồm 12 chữ số.</translation>
    </message>
    <message numerus="yes">
        <source>A personal number has 12 digits; this one has %n.</source>
        <translation>
            <numerusform>Số định danh gồm 12 chữ số; số này có %n chữ số.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>The printer says that it could not print. Look whether it is on and has paper, then print again.</source>
        <translation>Máy in báo không in được. Hãy xem máy in đã bật và còn giấy chưa, rồi in lại.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Please write something here.</source>
        <translation>Hãy ghi nội dung vào đây.</translation>
    </message>
    <message>
        <source>Mái Ấm</source>
        <translation>Mái Ấm</translation>
    </message>
</context>
<context>
    <name>ReceivedText</name>
    <message>
        <source>From %1: %2 new entries, %3 known already.</source>
        <translation>Từ %1: %2 mục mới, %3 mục đã có.</translation>
    </message>
    <message>
        <source>Missing: %1. %2 entries wait for it. Ask for the missing package.</source>
        <translation>Thiếu: %1. %2 mục đang chờ phần này. Hãy đề nghị gửi lại gói còn thiếu.</translation>
    </message>
    <message numerus="yes">
        <source>On %Ln case(s) two machines wrote differently; the office that keeps them chooses.</source>
        <translation>
            <numerusform>Có %Ln hồ sơ hai máy ghi khác nhau; đơn vị giữ hồ sơ sẽ chọn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) were kept aside: their writer may not write there.</source>
        <translation>
            <numerusform>%Ln mục ghi được để riêng: người ghi không có quyền ghi ở đó.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) were kept aside: they do not count.</source>
        <translation>
            <numerusform>%Ln mục ghi được để riêng, không được tính.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Device</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Initial assessment</source>
        <translation>Đánh giá nguy cơ ban đầu</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Buổi/lớp</translation>
    </message>
    <message>
        <source>Task of the directive</source>
        <translation>Nhiệm vụ chỉ thị</translation>
    </message>
    <message>
        <source>Remarks on a report</source>
        <translation>Nhận xét cho báo cáo</translation>
    </message>
    <message>
        <source>When it was done</source>
        <translation>Thời điểm thực hiện</translation>
    </message>
    <message>
        <source>Device key</source>
        <translation>Khóa của máy</translation>
    </message>
    <message>
        <source>Office key</source>
        <translation>Khóa của cơ quan</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng thực</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Office name</source>
        <translation>Tên cơ quan</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Signer&apos;s title</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Child&apos;s code</source>
        <translation>Mã trẻ</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>Dân tộc</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh cá nhân</translation>
    </message>
    <message>
        <source>Father</source>
        <translation>Cha</translation>
    </message>
    <message>
        <source>Mother or carer</source>
        <translation>Mẹ hoặc người chăm sóc</translation>
    </message>
    <message>
        <source>Who cares for the child now</source>
        <translation>Hiện ai chăm sóc trẻ</translation>
    </message>
    <message>
        <source>Place of residence</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>School and class</source>
        <translation>Trường, lớp</translation>
    </message>
    <message>
        <source>Special circumstances</source>
        <translation>Hoàn cảnh đặc biệt</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Vào sổ lúc</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Nguồn gốc</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Case code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Kind of abuse</source>
        <translation>Hình thức xâm hại</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận lúc</translation>
    </message>
    <message>
        <source>Received by 111</source>
        <translation>111 tiếp nhận lúc</translation>
    </message>
    <message>
        <source>Source of the information</source>
        <translation>Nguồn tin</translation>
    </message>
    <message>
        <source>Received by way of</source>
        <translation>Thông qua</translation>
    </message>
    <message>
        <source>Age at reception</source>
        <translation>Tuổi khi tiếp nhận</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Môi trường</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Why a step was skipped</source>
        <translation>Lý do bỏ qua bước</translation>
    </message>
    <message>
        <source>Outcome of the report</source>
        <translation>Kết quả xử lý tin</translation>
    </message>
    <message>
        <source>Initial assessment done</source>
        <translation>Đánh giá ban đầu xong</translation>
    </message>
    <message>
        <source>Emergency measures decided</source>
        <translation>Quyết định biện pháp khẩn cấp lúc</translation>
    </message>
    <message>
        <source>Emergency measures</source>
        <translation>Biện pháp khẩn cấp</translation>
    </message>
    <message>
        <source>Start of the plan&apos;s period</source>
        <translation>Mốc tính hạn kế hoạch</translation>
    </message>
    <message>
        <source>Plan submitted</source>
        <translation>Trình kế hoạch</translation>
    </message>
    <message>
        <source>Plan approved</source>
        <translation>Phê duyệt kế hoạch</translation>
    </message>
    <message>
        <source>Temporary isolation from</source>
        <translation>Tạm thời cách ly từ</translation>
    </message>
    <message>
        <source>Last day of the temporary isolation</source>
        <translation>Ngày cuối của cách ly tạm thời</translation>
    </message>
    <message>
        <source>Temporary isolation ended</source>
        <translation>Kết thúc cách ly lúc</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>Lần rà soát tới</translation>
    </message>
    <message>
        <source>First support given</source>
        <translation>Hỗ trợ lần đầu</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>What happened, and where</source>
        <translation>Việc gì, ở đâu</translation>
    </message>
    <message>
        <source>Where it happened</source>
        <translation>Nơi xảy ra</translation>
    </message>
    <message>
        <source>The child&apos;s present condition</source>
        <translation>Tình trạng hiện tại của trẻ</translation>
    </message>
    <message>
        <source>Done before the report came in</source>
        <translation>Việc đã làm trước khi nhận tin</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Người cung cấp thông tin</translation>
    </message>
    <message>
        <source>Reporter&apos;s telephone</source>
        <translation>Điện thoại người báo</translation>
    </message>
    <message>
        <source>Reporter&apos;s address</source>
        <translation>Địa chỉ người báo</translation>
    </message>
    <message>
        <source>Suspected person</source>
        <translation>Người bị nghi thực hiện hành vi xâm hại</translation>
    </message>
    <message>
        <source>Relation to the child</source>
        <translation>Quan hệ với trẻ</translation>
    </message>
    <message>
        <source>Safe ways of contact</source>
        <translation>Cách liên hệ an toàn</translation>
    </message>
    <message>
        <source>Assessed at</source>
        <translation>Đánh giá lúc</translation>
    </message>
    <message>
        <source>Harm to the child</source>
        <translation>Mức độ tổn hại của trẻ</translation>
    </message>
    <message>
        <source>Risk of further abuse</source>
        <translation>Nguy cơ tiếp tục bị xâm hại</translation>
    </message>
    <message>
        <source>Ability to protect itself</source>
        <translation>Khả năng tự bảo vệ</translation>
    </message>
    <message>
        <source>Support by others</source>
        <translation>Sự hỗ trợ của người khác</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Temporary safety measures</source>
        <translation>Biện pháp bảo đảm an toàn tạm thời</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>Thời lượng (phút)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Men and boys</source>
        <translation>Số nam</translation>
    </message>
    <message>
        <source>Women and girls</source>
        <translation>Số nữ</translation>
    </message>
    <message>
        <source>Sex not counted</source>
        <translation>Chưa tách nam, nữ</translation>
    </message>
    <message>
        <source>Age of the children</source>
        <translation>Độ tuổi của trẻ</translation>
    </message>
    <message>
        <source>Hotlines 111 and 18001769 made known</source>
        <translation>Có giới thiệu Tổng đài 111 và 18001769</translation>
    </message>
    <message>
        <source>Leaflets and cards given</source>
        <translation>Tờ rơi, thẻ đã phát</translation>
    </message>
    <message>
        <source>Sent on as cases</source>
        <translation>Chuyển thành hồ sơ</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Nhận xét</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>Mục ghi cuối</translation>
    </message>
    <message>
        <source>Hash of the last entry</source>
        <translation>Mã băm của mục ghi cuối</translation>
    </message>
    <message>
        <source>Entries that are lost</source>
        <translation>Các mục ghi đã mất</translation>
    </message>
    <message>
        <source>Entry on the branch that counts</source>
        <translation>Mục ghi trên nhánh đúng</translation>
    </message>
    <message>
        <source>Hash of that entry</source>
        <translation>Mã băm của mục ghi đó</translation>
    </message>
    <message>
        <source>Entries and parts to erase</source>
        <translation>Mục ghi và phần phải hủy</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>Số quyết định</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Leader who agreed</source>
        <translation>Lãnh đạo đồng ý</translation>
    </message>
    <message>
        <source>Administrator who agreed</source>
        <translation>Người quản trị đồng ý</translation>
    </message>
    <message>
        <source>Record that is kept</source>
        <translation>Hồ sơ phải giữ</translation>
    </message>
    <message>
        <source>Kept since</source>
        <translation>Giữ từ</translation>
    </message>
    <message>
        <source>No longer kept since</source>
        <translation>Thôi giữ từ</translation>
    </message>
    <message>
        <source>Lost device</source>
        <translation>Máy đã mất</translation>
    </message>
    <message>
        <source>History that counts</source>
        <translation>Nhánh đúng</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Hủy dữ liệu</translation>
    </message>
    <message>
        <source>Reason to keep</source>
        <translation>Lý do phải giữ</translation>
    </message>
    <message>
        <source>Passphrase set</source>
        <translation>Đặt cụm mật khẩu</translation>
    </message>
    <message>
        <source>Date of the decision</source>
        <translation>Ngày quyết định</translation>
    </message>
    <message>
        <source>Start of the new plan&apos;s period</source>
        <translation>Mốc tính thời hạn của kế hoạch mới</translation>
    </message>
    <message>
        <source>New plan submitted</source>
        <translation>Trình kế hoạch mới</translation>
    </message>
    <message>
        <source>New plan approved</source>
        <translation>Duyệt kế hoạch mới</translation>
    </message>
    <message>
        <source>Found out</source>
        <translation>Phát hiện lúc</translation>
    </message>
    <message>
        <source>Day on which it happened</source>
        <translation>Ngày xảy ra</translation>
    </message>
    <message>
        <source>Kind of leak</source>
        <translation>Loại sự cố</translation>
    </message>
    <message>
        <source>Place of the leak</source>
        <translation>Nơi xảy ra sự cố</translation>
    </message>
    <message>
        <source>How it happened</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Leaked: names, ages, features</source>
        <translation>Lộ: họ tên, tuổi, đặc điểm</translation>
    </message>
    <message>
        <source>Leaked: parents, carers, relatives</source>
        <translation>Lộ: cha mẹ, người chăm sóc, người thân</translation>
    </message>
    <message>
        <source>Leaked: addresses, telephones</source>
        <translation>Lộ: nơi ở, điện thoại</translation>
    </message>
    <message>
        <source>Leaked: school, class, results</source>
        <translation>Lộ: trường, lớp, kết quả học tập</translation>
    </message>
    <message>
        <source>Leaked: health, medical records</source>
        <translation>Lộ: sức khỏe, bệnh án</translation>
    </message>
    <message>
        <source>Leaked: the case, private life</source>
        <translation>Lộ: vụ việc, đời sống riêng tư</translation>
    </message>
    <message>
        <source>Leaked: pictures, recordings</source>
        <translation>Lộ: hình ảnh, ghi âm, ghi hình</translation>
    </message>
    <message>
        <source>Leaked: identity papers, ethnic group</source>
        <translation>Lộ: giấy tờ, dân tộc</translation>
    </message>
    <message>
        <source>Leaked: who reported</source>
        <translation>Lộ: người báo tin</translation>
    </message>
    <message>
        <source>Leaked: who is suspected</source>
        <translation>Lộ: người bị nghi xâm hại</translation>
    </message>
    <message>
        <source>Leaked: keys or passphrases of the register</source>
        <translation>Lộ: khóa, cụm mật khẩu của sổ</translation>
    </message>
    <message>
        <source>Children concerned, about</source>
        <translation>Số trẻ liên quan, khoảng</translation>
    </message>
    <message>
        <source>Codes of the files concerned</source>
        <translation>Mã các hồ sơ liên quan</translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>Việc đã làm ngay</translation>
    </message>
    <message>
        <source>Consequences</source>
        <translation>Hậu quả có thể xảy ra</translation>
    </message>
    <message>
        <source>Measures against it</source>
        <translation>Biện pháp khắc phục</translation>
    </message>
    <message>
        <source>Who answers questions</source>
        <translation>Người liên hệ, trả lời</translation>
    </message>
    <message>
        <source>Notice: how it happened</source>
        <translation>Thông báo: diễn biến</translation>
    </message>
    <message>
        <source>Notice: the data concerned</source>
        <translation>Thông báo: dữ liệu bị lộ</translation>
    </message>
    <message>
        <source>Notice sent to</source>
        <translation>Thông báo gửi cho</translation>
    </message>
    <message>
        <source>Number of the notice</source>
        <translation>Số thông báo</translation>
    </message>
    <message>
        <source>Notice sent</source>
        <translation>Đã gửi thông báo lúc</translation>
    </message>
    <message>
        <source>Why the notice is late</source>
        <translation>Lý do thông báo trễ</translation>
    </message>
    <message>
        <source>Why no notice is needed</source>
        <translation>Vì sao không phải thông báo</translation>
    </message>
    <message>
        <source>Leak closed</source>
        <translation>Kết thúc lúc</translation>
    </message>
    <message>
        <source>Data leak</source>
        <translation>Sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>Child whose file it is</source>
        <translation>Trẻ em có hồ sơ</translation>
    </message>
    <message>
        <source>Who asked for it</source>
        <translation>Ai yêu cầu</translation>
    </message>
    <message>
        <source>Restricted since</source>
        <translation>Hạn chế từ</translation>
    </message>
    <message>
        <source>No longer restricted since</source>
        <translation>Thôi hạn chế từ</translation>
    </message>
    <message>
        <source>Restricted access</source>
        <translation>Hạn chế truy cập</translation>
    </message>
    <message>
        <source>What was approved</source>
        <translation>Nội dung đã duyệt</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>A key of this office is damaged. Restore the newest backup.</source>
        <translation>Một khóa của đơn vị bị hỏng. Hãy khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>A part of the program is missing. Install it again.</source>
        <translation>Chương trình thiếu một phần. Hãy cài đặt lại.</translation>
    </message>
    <message>
        <source>A key of this office is missing from the register. Restore the newest backup.</source>
        <translation>Sổ thiếu một khóa của đơn vị. Hãy khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>The program cannot write into its own data folder (%1), so it could not tell this register from a copy of it. Nothing was changed. Ask for the right to write there, then open the register again.</source>
        <translation>Chương trình không ghi được vào thư mục dữ liệu của mình (%1), nên không phân biệt được sổ này với một bản chép. Chưa có gì thay đổi. Hãy xin quyền ghi vào đó rồi mở lại sổ.</translation>
    </message>
    <message>
        <source>The program could not write into its own data folder. Make room on the disk; the register itself is in order.</source>
        <translation>Chương trình không ghi được vào thư mục dữ liệu của mình. Hãy dọn bớt ổ đĩa; bản thân sổ vẫn ổn.</translation>
    </message>
    <message>
        <source>Another office holds more entries of this PC than the register does: the register was set back to an earlier day. Nothing was saved. Lock the register and open it again; it then goes on under a new number, and nothing is mixed up.</source>
        <translation>Đơn vị khác đang giữ nhiều mục ghi của máy này hơn chính sổ này: sổ đã bị đưa về một ngày trước. Chưa lưu gì. Hãy khóa sổ rồi mở lại; sổ sẽ tiếp tục với số máy mới và không có gì bị lẫn.</translation>
    </message>
    <message>
        <source>Only the administrator may change who uses the register. Nothing was changed. Ask the administrator of this office.</source>
        <translation>Chỉ người quản trị được thay đổi người dùng của sổ. Chưa có gì thay đổi. Hãy nhờ người quản trị của đơn vị.</translation>
    </message>
    <message>
        <source>An administrator looks after people and keys and does not write in cases. Nothing was changed. If you also work on cases, give yourself the role of officer under &quot;More → Users and keys&quot;.</source>
        <translation>Người quản trị lo người dùng và khóa, không ghi vào hồ sơ. Chưa có gì thay đổi. Nếu anh/chị cũng làm hồ sơ, hãy tự nhận thêm vai trò cán bộ ở &quot;Thêm → Người dùng và khóa&quot;.</translation>
    </message>
    <message>
        <source>You may look at this register, not write in it. Nothing was changed. Ask the administrator for the role of officer if you are to write.</source>
        <translation>Anh/chị chỉ được xem sổ này, không được ghi. Chưa có gì thay đổi. Nếu phải ghi, hãy đề nghị người quản trị giao vai trò cán bộ.</translation>
    </message>
    <message>
        <source>Only the administrator decides about the machines of this office. Nothing was changed.</source>
        <translation>Chỉ người quản trị quyết định về các máy của đơn vị. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>An erasure is ordered by the leader or the administrator who agrees to it, under the own name. Nothing was erased. Let one of the two open the register.</source>
        <translation>Việc hủy dữ liệu do chính lãnh đạo hoặc người quản trị đồng ý hủy ra lệnh, dưới tên của mình. Chưa hủy gì. Hãy để một trong hai người mở sổ.</translation>
    </message>
    <message>
        <source>The record of a data leak is kept for at least five years and cannot be deleted. Correct it, or close it.</source>
        <translation>Bản ghi sự cố lộ dữ liệu được giữ ít nhất 5 năm, không xóa được. Hãy sửa lại hoặc ghi kết thúc.</translation>
    </message>
    <message>
        <source>You may look at this register, not write in it. Nothing was changed. Tell the officer or the administrator of the leak at once: there are 72 hours from when it was found out.</source>
        <translation>Anh/chị được xem sổ này, không được ghi. Chưa có gì thay đổi. Hãy báo ngay sự cố cho cán bộ hoặc người quản trị: chỉ có 72 giờ từ khi phát hiện.</translation>
    </message>
    <message>
        <source>This register was written by a much newer version of Mái Ấm, and this one cannot even show it. Nothing was changed. Install the newer program, then open it again.</source>
        <translation>Sổ này do phiên bản Mái Ấm mới hơn nhiều ghi, bản này không hiển thị được. Chưa có gì thay đổi. Hãy cài chương trình mới hơn rồi mở lại.</translation>
    </message>
    <message>
        <source>This register was written by a newer version of Mái Ấm, so this one only shows it. Nothing was stored. Install the newer program, then do it there.</source>
        <translation>Sổ này do phiên bản Mái Ấm mới hơn ghi nên bản này chỉ xem được. Chưa lưu gì. Hãy cài chương trình mới hơn rồi làm việc này ở đó.</translation>
    </message>
    <message>
        <source>Only a leader or the administrator ends a restriction. Nothing was changed. Ask one of them; until then the file can be opened for a reason that is written down.</source>
        <translation>Chỉ lãnh đạo hoặc quản trị được bỏ hạn chế truy cập. Chưa thay đổi gì. Hãy đề nghị một trong hai người; trong lúc chờ vẫn mở được hồ sơ với lý do được ghi lại.</translation>
    </message>
    <message>
        <source>You may look at this register, not write in it. Nothing was changed. Ask the officer or the administrator to restrict access to the file.</source>
        <translation>Anh/chị được xem sổ này, không được ghi. Chưa thay đổi gì. Hãy đề nghị cán bộ hoặc quản trị hạn chế truy cập hồ sơ.</translation>
    </message>
</context>
<context>
    <name>RegisterBackups</name>
    <message>
        <source>The register is in use by another program. Close that, then back up again.</source>
        <translation>Chương trình khác đang dùng sổ. Hãy đóng chương trình đó rồi sao lưu lại.</translation>
    </message>
    <message>
        <source>This folder lies inside the register&apos;s own. A second place is for the day when this disk is lost: choose a stick, a second disk or a network folder.</source>
        <translation>Thư mục này nằm ngay trong thư mục sổ. Nơi thứ hai là để phòng khi mất ổ đĩa này: hãy chọn USB, ổ đĩa khác hoặc thư mục mạng.</translation>
    </message>
    <message>
        <source>The second place is full: %1. The backup stands on this disk only. Make room there or choose another place.</source>
        <translation>Nơi thứ hai đã đầy: %1. Bản sao lưu chỉ có trên ổ đĩa này. Hãy dọn bớt ở đó hoặc chọn nơi khác.</translation>
    </message>
    <message>
        <source>There is no backup yet. Press “Back up now”, then try to restore it.</source>
        <translation>Chưa có bản sao lưu nào. Hãy bấm “Sao lưu ngay”, rồi thử khôi phục.</translation>
    </message>
    <message>
        <source>The second place does not answer: %1. The backup stands on this disk only. Connect the network folder or plug the stick in again; then the copy is made by itself.</source>
        <translation>Nơi thứ hai không trả lời: %1. Bản sao lưu chỉ có trên ổ đĩa này. Hãy nối thư mục mạng hoặc cắm lại USB; chương trình sẽ tự chép.</translation>
    </message>
    <message>
        <source>The second place is not there: %1. The backup stands on this disk only. Plug in the stick or connect the network folder; then the copy is made by itself.</source>
        <translation>Không thấy nơi thứ hai: %1. Bản sao lưu chỉ có trên ổ đĩa này. Hãy cắm USB hoặc nối thư mục mạng; chương trình sẽ tự chép.</translation>
    </message>
    <message>
        <source>The second place went away while the backup was copied: %1. The backup stands on this disk only. Plug the stick in again; then the copy is made by itself.</source>
        <translation>Nơi thứ hai mất kết nối khi đang chép: %1. Bản sao lưu chỉ có trên ổ đĩa này. Hãy cắm lại USB; chương trình sẽ tự chép.</translation>
    </message>
    <message>
        <source>The copy to the second place was stopped. It is made by itself later.</source>
        <translation>Đã dừng việc chép ra nơi thứ hai. Chương trình sẽ tự chép sau.</translation>
    </message>
    <message>
        <source>Stopped. The second place is the one that it was before.</source>
        <translation>Đã dừng. Nơi thứ hai vẫn như trước.</translation>
    </message>
    <message>
        <source>The keys file (register.keys) is older than the newest one: somebody put back an old copy. A backup with it would open only with the passphrases of that time, so none was made. Put the newest register.keys back, or let the administrator open “Users and keys”, which makes the old one valid.</source>
        <translation>Tệp khóa (register.keys) cũ hơn tệp mới nhất: có người đã chép lại bản cũ. Bản sao lưu kèm tệp này chỉ mở được bằng cụm mật khẩu của lúc đó, nên chưa sao lưu. Hãy chép lại tệp register.keys mới nhất, hoặc nhờ người quản trị vào “Người dùng và khóa” để cho tệp cũ có giá trị.</translation>
    </message>
    <message>
        <source>The keys file (register.keys) in the register&apos;s folder is another register&apos;s. A backup with it would open for nobody, so none was made. Put this register&apos;s own file back. When there is no copy of it, move the wrong one away, lock, press “Forgotten…”, and take the keys from the newest backup.</source>
        <translation>Tệp khóa (register.keys) trong thư mục sổ là của sổ khác. Bản sao lưu kèm tệp này không ai mở được, nên chưa sao lưu. Hãy chép lại đúng tệp của sổ này. Nếu không có bản chép nào thì chuyển tệp sai ra chỗ khác, khóa màn hình, bấm “Quên…” rồi lấy lại khóa từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>The second place lies on the register&apos;s own disk now: %1. Its disk is not connected, or the register was moved. The backup stands on this disk only. Connect that disk, or choose the second place again.</source>
        <translation>Nơi thứ hai hiện nằm ngay trên ổ đĩa của sổ: %1. Ổ của nơi ấy chưa được nối, hoặc sổ đã chuyển chỗ. Bản sao lưu chỉ có trên ổ đĩa này. Hãy nối ổ ấy, hoặc chọn lại nơi thứ hai.</translation>
    </message>
    <message>
        <source>The keys in the newest backup do not belong to the register in it, so today&apos;s passphrases do not open it. Press “Back up now”, then try again; keep the earlier backups.</source>
        <translation>Khóa trong bản sao lưu mới nhất không khớp với sổ trong bản ấy, nên cụm mật khẩu hiện nay không mở được. Hãy bấm “Sao lưu ngay” rồi thử lại; giữ nguyên các bản trước.</translation>
    </message>
    <message>
        <source>The backup of %1 is damaged and restores nothing. The program is making a new one. If that one is damaged too, the disk may be about to fail: call whoever looks after this PC.</source>
        <translation>Bản sao lưu lúc %1 đã hỏng, không khôi phục được. Chương trình đang làm bản mới; nếu lại hỏng thì ổ đĩa có thể sắp hỏng: hãy gọi người phụ trách máy.</translation>
    </message>
</context>
<context>
    <name>ReportPeriod</name>
    <message>
        <source>This is not a month. Write the year and the month as in 2026-10.</source>
        <translation>Đây không phải là tháng. Hãy ghi năm và tháng, ví dụ 2026-10.</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>The restored register was not encrypted, so it was deleted. Install the program again.</source>
        <translation>Sổ khôi phục không được mã hóa nên đã bị xóa. Hãy cài lại chương trình.</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of Mái Ấm. Install the newer program, then restore it.</source>
        <translation>Bản sao lưu này do phiên bản Mái Ấm mới hơn tạo ra. Hãy cài chương trình mới hơn rồi khôi phục.</translation>
    </message>
    <message>
        <source>The files of the register could not be moved (%1). Close other programs that have them open, then try again; the register is as it was.</source>
        <translation>Không chuyển được các tệp của sổ (%1). Hãy đóng các chương trình đang mở chúng rồi thử lại; sổ vẫn nguyên.</translation>
    </message>
    <message>
        <source>The passphrase does not open this backup. The one of the day on which it was made is wanted; the recovery key opens it too.</source>
        <translation>Cụm mật khẩu không mở được bản sao lưu này. Cần cụm mật khẩu của ngày sao lưu; khóa khôi phục cũng mở được.</translation>
    </message>
    <message>
        <source>There is a register in this folder already. Choose another folder; a register is never written over.</source>
        <translation>Thư mục này đã có một sổ. Hãy chọn thư mục khác; không bao giờ ghi đè lên một sổ.</translation>
    </message>
    <message>
        <source>The restore failed, and some files of the register could not be moved back: they lie in %1. Nothing was deleted. Close other programs that have them open, move these files back into %2 yourself, then try again.</source>
        <translation>Khôi phục không thành, và một số tệp của sổ chưa chuyển về được: các tệp ấy đang ở %1. Chưa có gì bị xóa. Hãy đóng chương trình khác đang mở các tệp đó, tự chuyển chúng về %2, rồi thử lại.</translation>
    </message>
    <message>
        <source>The restore ended in the middle, and what it had put into %1 could not be taken away. Close other programs that have the files open, then restore again.</source>
        <translation>Khôi phục dừng giữa chừng, và phần đã đưa vào %1 chưa lấy ra được. Hãy đóng chương trình khác đang mở các tệp đó, rồi khôi phục lại.</translation>
    </message>
    <message>
        <source>The register that stood there is kept whole in %1.</source>
        <translation>Sổ trước đó còn nguyên trong %1.</translation>
    </message>
    <message>
        <source>No escrow sheets open this backup: on the day on which it was made there were none. Choose a later backup, or use the recovery key of that day.</source>
        <translation>Không có phần ký gửi nào mở được bản sao lưu này: ngày sao lưu chưa có phần ký gửi. Hãy chọn bản sao lưu mới hơn, hoặc dùng khóa khôi phục của ngày đó.</translation>
    </message>
    <message>
        <source>This key does not open this backup. The recovery key of the day on which it was made is wanted (the old envelope, when a new one was printed since), or this is a backup of another register.</source>
        <translation>Khóa này không mở được bản sao lưu này. Cần khóa khôi phục của ngày sao lưu (phong bì cũ, nếu sau đó đã in lại), hoặc đây là bản của sổ khác.</translation>
    </message>
    <message>
        <source>These two sheets do not open this backup together. The sheets of the day on which it was made are wanted (the old ones, when new ones were printed since). Check that they are sheets 1 and 2 of the same day; or this is a backup of another register.</source>
        <translation>Hai tờ này không cùng nhau mở được bản sao lưu này. Cần hai tờ của ngày sao lưu (tờ cũ, nếu sau đó đã in lại). Hãy kiểm tra đó là tờ 1 và tờ 2 in cùng một ngày; hoặc đây là bản của sổ khác.</translation>
    </message>
    <message>
        <source>Nothing can be restored into %1: no folder can be made there. Choose another place, or ask for the right to write there.</source>
        <translation>Không khôi phục được vào %1: không tạo được thư mục ở đó. Hãy chọn nơi khác, hoặc xin quyền ghi vào nơi đó.</translation>
    </message>
</context>
<context>
    <name>RestrictionTexts</name>
    <message>
        <source>Access to this file is restricted. Say why it is opened; that is written down.</source>
        <translation>Hồ sơ này hạn chế truy cập. Hãy nêu lý do mở; lý do được ghi lại.</translation>
    </message>
    <message>
        <source>Choose who asked for it.</source>
        <translation>Hãy chọn ai yêu cầu.</translation>
    </message>
    <message>
        <source>The record belongs to another office, which decides about it. Nothing was changed.</source>
        <translation>Hồ sơ thuộc cơ quan khác và do cơ quan đó quyết định. Chưa thay đổi gì.</translation>
    </message>
</context>
<context>
    <name>RoleTexts</name>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Lãnh đạo</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Người xem</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Quản trị</translation>
    </message>
    <message>
        <source>%1, administrator</source>
        <translation>%1, quản trị</translation>
    </message>
    <message>
        <source>Records cases, sessions and reports, packs and receives.</source>
        <translation>Ghi hồ sơ, buổi, báo cáo; đóng gói và nhận gói.</translation>
    </message>
    <message>
        <source>Looks at everything, writes nothing.</source>
        <translation>Xem được tất cả, không ghi gì.</translation>
    </message>
    <message>
        <source>Looks at everything, writes nothing in cases.</source>
        <translation>Xem được tất cả, không ghi vào hồ sơ.</translation>
    </message>
    <message>
        <source>Looks after people, keys and backups.</source>
        <translation>Lo người dùng, khóa và bản sao lưu.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>name, role</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Records as an officer does; decides with the administrator about erasures and ends restrictions.</source>
        <translation>Ghi như cán bộ; cùng quản trị quyết định hủy dữ liệu, bỏ hạn chế truy cập.</translation>
    </message>
</context>
<context>
    <name>RowMatching</name>
    <message>
        <source>This row repeats row %1: the same child and the same report. It was counted once.</source>
        <translation>Dòng này lặp lại dòng %1: cùng trẻ và cùng thông tin tiếp nhận. Chỉ tính một lần.</translation>
    </message>
    <message>
        <source>The same child has another case of this day, of another kind of abuse. A case of its own was made; check whether it is one.</source>
        <translation>Trẻ này có hồ sơ khác trong cùng ngày, với hình thức xâm hại khác. Đã lập hồ sơ riêng; hãy kiểm tra có phải là một hồ sơ không.</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Dòng %1</translation>
    </message>
    <message>
        <source>The same child stands in row %1 with something else here. Both are kept, this one in the note.</source>
        <translation>Cùng trẻ này, dòng %1 ghi khác ở chỗ này. Đã giữ cả hai, nội dung của dòng này nằm trong ghi chú.</translation>
    </message>
    <message>
        <source>The register has this child already and says something else here. The register was not changed; correct it if need be.</source>
        <translation>Sổ đã có trẻ này và ghi khác ở chỗ này. Sổ không thay đổi; hãy sửa nếu cần.</translation>
    </message>
    <message>
        <source>This report is known already, with another source of the information. It was not changed; check it.</source>
        <translation>Thông tin này đã có trong sổ, với nguồn tin khác. Sổ không thay đổi; hãy kiểm tra.</translation>
    </message>
    <message>
        <source>The register has this child already, without a note that stands in this row. The register was not changed; add it if need be.</source>
        <translation>Sổ đã có trẻ này, nhưng chưa có ghi chú như ở dòng này. Sổ không thay đổi; hãy bổ sung nếu cần.</translation>
    </message>
    <message>
        <source>Row %1 has the same personal number, but another name and birth. Both were kept as two children; check the numbers.</source>
        <translation>Dòng %1 có cùng số định danh nhưng khác họ tên và ngày sinh. Đã giữ thành hai trẻ; hãy kiểm tra các số.</translation>
    </message>
    <message>
        <source>A child of the register has the same personal number, but another name and birth. Both were kept; check the numbers.</source>
        <translation>Một trẻ trong sổ có cùng số định danh nhưng khác họ tên và ngày sinh. Đã giữ cả hai; hãy kiểm tra các số.</translation>
    </message>
    <message>
        <source>This child looks like the one in row %1. Both were kept; check whether they are one.</source>
        <translation>Trẻ này giống trẻ ở dòng %1. Đã giữ cả hai; hãy kiểm tra có phải là một trẻ không.</translation>
    </message>
    <message>
        <source>This child looks like one of the register. Both were kept; check whether they are one.</source>
        <translation>Trẻ này giống một trẻ trong sổ. Đã giữ cả hai; hãy kiểm tra có phải là một trẻ không.</translation>
    </message>
    <message>
        <source>%1 of sheet “%2”</source>
        <translation>%1 của trang tính “%2”</translation>
    </message>
</context>
<context>
    <name>RowReader</name>
    <message>
        <source>This row is not a child&apos;s and was not taken in. Enter by hand what is needed of it.</source>
        <translation>Dòng này không phải của một trẻ nên không nhập. Hãy ghi tay phần cần thiết.</translation>
    </message>
    <message>
        <source>This cell holds a formula without a result. Open the workbook, save it again, or enter the value by hand.</source>
        <translation>Ô này chứa công thức chưa có kết quả. Hãy mở bảng tính và lưu lại, hoặc ghi tay giá trị.</translation>
    </message>
    <message>
        <source>This cell holds an error of the workbook program. Enter the value by hand.</source>
        <translation>Ô này chứa lỗi của chương trình bảng tính. Hãy ghi tay giá trị.</translation>
    </message>
    <message>
        <source>The child&apos;s name is missing. Add it when it is known.</source>
        <translation>Thiếu họ tên trẻ. Hãy bổ sung khi biết.</translation>
    </message>
    <message>
        <source>This cell was written in the old character set %1 and has been converted. Check the spelling.</source>
        <translation>Ô này viết bằng bảng mã cũ %1 và đã được chuyển đổi. Hãy kiểm tra chính tả.</translation>
    </message>
    <message>
        <source>The first word of this name may be written in the old character set TCVN3. It was left as it is; check the spelling.</source>
        <translation>Chữ đầu của họ tên này có thể viết bằng bảng mã cũ TCVN3. Đã giữ nguyên; hãy kiểm tra chính tả.</translation>
    </message>
    <message>
        <source>A number stands where a name should be. Check it.</source>
        <translation>Chỗ ghi họ tên lại là một con số. Hãy kiểm tra.</translation>
    </message>
    <message>
        <source>This cell is neither a tick nor a date. It was taken for a tick and kept in the note.</source>
        <translation>Ô này không phải dấu chọn cũng không phải ngày. Đã hiểu là dấu chọn và giữ nội dung trong ghi chú.</translation>
    </message>
    <message>
        <source>Both sexes are ticked. The sex was left open; correct it.</source>
        <translation>Cả hai giới tính đều được đánh dấu. Giới tính để trống; hãy sửa.</translation>
    </message>
    <message>
        <source>The sex could not be read. It was kept in the note; correct it.</source>
        <translation>Không đọc được giới tính. Đã giữ trong ghi chú; hãy sửa.</translation>
    </message>
    <message>
        <source>The date of birth could not be read. It was kept in the note; correct it.</source>
        <translation>Không đọc được ngày sinh. Đã giữ trong ghi chú; hãy sửa.</translation>
    </message>
    <message>
        <source>Only the month or the year of the reception is written. The first day of it was taken; correct it.</source>
        <translation>Chỉ ghi tháng hoặc năm tiếp nhận. Đã lấy ngày đầu tiên; hãy sửa.</translation>
    </message>
    <message>
        <source>The day of reception could not be read. It was kept in the note; correct it.</source>
        <translation>Không đọc được ngày tiếp nhận. Đã giữ trong ghi chú; hãy sửa.</translation>
    </message>
    <message>
        <source>The ethnic group is not in the list. It was kept in the note; correct it.</source>
        <translation>Dân tộc không có trong danh sách. Đã giữ trong ghi chú; hãy sửa.</translation>
    </message>
    <message>
        <source>The special circumstances are not in the list. They were kept in the note; correct them.</source>
        <translation>Hoàn cảnh đặc biệt không có trong danh sách. Đã giữ trong ghi chú; hãy sửa.</translation>
    </message>
    <message>
        <source>The source of the information is not in the list. It was kept in the note; correct it.</source>
        <translation>Nguồn tin không có trong danh sách. Đã giữ trong ghi chú; hãy sửa.</translation>
    </message>
    <message>
        <source>The kind of abuse is not in the list. It was kept in the note; correct it.</source>
        <translation>Hình thức xâm hại không có trong danh sách. Đã giữ trong ghi chú; hãy sửa.</translation>
    </message>
    <message>
        <source>By this personal number the person is no child any more. Check the number.</source>
        <translation>Theo số định danh, người này không còn là trẻ em. Hãy kiểm tra số.</translation>
    </message>
    <message>
        <source>It was kept in the note.</source>
        <translation>Đã giữ trong ghi chú.</translation>
    </message>
    <message>
        <source>The case has no day of reception. The day of the import stands in its place; correct it.</source>
        <translation>Hồ sơ không có ngày tiếp nhận. Tạm lấy ngày nhập sổ; hãy sửa.</translation>
    </message>
    <message>
        <source>The date of birth is later than today. Correct it.</source>
        <translation>Ngày sinh muộn hơn hôm nay. Hãy sửa.</translation>
    </message>
    <message>
        <source>The day of reception is later than today. Correct it.</source>
        <translation>Ngày tiếp nhận muộn hơn hôm nay. Hãy sửa.</translation>
    </message>
    <message>
        <source>The day of reception is before the date of birth. Correct one of the two.</source>
        <translation>Ngày tiếp nhận trước ngày sinh. Hãy sửa một trong hai.</translation>
    </message>
    <message>
        <source>By this date of birth the person was 16 or older on the day of reception. Check it.</source>
        <translation>Theo ngày sinh này, người đó đã đủ 16 tuổi trở lên vào ngày tiếp nhận. Hãy kiểm tra.</translation>
    </message>
    <message>
        <source>This sheet is hidden in the workbook. It was read like the others; check that it should be.</source>
        <translation>Trang tính này bị ẩn trong bảng tính. Trang vẫn được đọc như các trang khác; hãy kiểm tra xem có nên nhập không.</translation>
    </message>
    <message>
        <source>This row was taken for the second line of the header. If it is a child, enter it by hand.</source>
        <translation>Dòng này được coi là dòng thứ hai của tiêu đề. Nếu đó là một trẻ, hãy ghi tay.</translation>
    </message>
    <message>
        <source>This stands above the header, so it was taken for a title and not taken in.</source>
        <translation>Phần này nằm trên dòng tiêu đề cột nên được coi là tên bảng và không nhập.</translation>
    </message>
    <message>
        <source>This was taken for a header that is repeated on a later page, and not taken in.</source>
        <translation>Phần này được coi là tiêu đề lặp lại ở trang sau và không nhập.</translation>
    </message>
    <message>
        <source>This was taken for a total, a signature or a signer&apos;s name, and not taken in. If it is a child, enter it by hand.</source>
        <translation>Phần này được coi là dòng tổng cộng, phần ký hoặc tên người ký nên không nhập. Nếu đó là một trẻ, hãy ghi tay.</translation>
    </message>
    <message>
        <source>Nothing stands here but the number in the list, so nothing was taken in.</source>
        <translation>Ở đây chỉ có số thứ tự nên không có gì để nhập.</translation>
    </message>
    <message>
        <source>A comment hangs on this cell, which is no child&apos;s. It was not taken in; enter by hand what is needed of it.</source>
        <translation>Ô này có ghi chú kèm theo nhưng không thuộc dòng của trẻ nào. Ghi chú không được nhập; hãy ghi tay phần cần thiết.</translation>
    </message>
    <message>
        <source>Comment on %1: %2</source>
        <translation>Ghi chú ở ô %1: %2</translation>
    </message>
    <message>
        <source>A comment hangs on this cell. It was kept in the note.</source>
        <translation>Ô này có ghi chú kèm theo. Nội dung đã được giữ trong phần ghi chú.</translation>
    </message>
    <message>
        <source>Another date of birth stands here. It was kept in the note; correct the date of birth.</source>
        <translation>Ở đây có một ngày sinh khác. Ngày này được giữ trong ghi chú; hãy sửa lại ngày sinh.</translation>
    </message>
    <message>
        <source>Two dates of birth stand in this row. This one was taken; the other is in the note.</source>
        <translation>Dòng này có hai ngày sinh. Ngày này được lấy; ngày kia nằm trong ghi chú.</translation>
    </message>
    <message>
        <source>The workbook had dropped the leading zero of this telephone number. It was put back.</source>
        <translation>Bảng tính đã làm mất số 0 ở đầu số điện thoại này. Số 0 đã được thêm lại.</translation>
    </message>
    <message>
        <source>No sex is ticked in this row. Correct it.</source>
        <translation>Dòng này chưa đánh dấu giới tính. Hãy sửa lại.</translation>
    </message>
    <message>
        <source>This cell is merged with the one in row %1, and what stands there was taken for that row only. If it holds for this child too, enter it by hand.</source>
        <translation>Ô này được gộp với ô ở dòng %1, nội dung chỉ được nhập cho dòng đó. Nếu cũng đúng với trẻ này, hãy ghi tay thêm.</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>The type of the session is missing. Choose one from the list.</source>
        <translation>Thiếu loại buổi. Hãy chọn một loại trong danh sách.</translation>
    </message>
    <message>
        <source>When the session takes place is missing. Enter its day and hour.</source>
        <translation>Thiếu thời gian tổ chức. Hãy ghi ngày và giờ.</translation>
    </message>
    <message>
        <source>Whether the session is planned, was held or was cancelled is missing. Choose its state.</source>
        <translation>Chưa rõ buổi này mới lên lịch, đã tổ chức hay đã hủy. Hãy chọn tình trạng.</translation>
    </message>
    <message>
        <source>The length must be between 0 minutes and 31 days. Correct the number of minutes.</source>
        <translation>Thời lượng phải từ 0 phút đến 31 ngày. Hãy sửa số phút.</translation>
    </message>
    <message>
        <source>“%1” must be a number from 0 to %2. Correct it.</source>
        <translation>“%1” phải là số từ 0 đến %2. Hãy sửa.</translation>
    </message>
    <message>
        <source>“%1” is counted, but the session is not marked as held. Choose “Held”, or clear the number.</source>
        <translation>“%1” đã có số, nhưng buổi chưa được ghi là đã tổ chức. Hãy chọn “Đã tổ chức”, hoặc bỏ số đó.</translation>
    </message>
</context>
<context>
    <name>SheetBuilder</name>
    <message>
        <source>The file ends inside a cell: a quotation mark is missing, or the file was not copied whole. Copy it again or save it again from Excel.</source>
        <translation>Tệp kết thúc giữa một ô: thiếu dấu ngoặc kép, hoặc tệp chưa được chép trọn vẹn. Hãy chép lại hoặc lưu lại từ Excel.</translation>
    </message>
    <message>
        <source>The workbook is damaged, so nothing was taken from it. Open it in Excel or LibreOffice, save it again as .xlsx, and choose the new file.</source>
        <translation>Bảng tính bị hỏng nên chưa lấy gì từ đó. Hãy mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi chọn tệp mới.</translation>
    </message>
    <message>
        <source>A cell in row %1 holds more than %2 characters. Shorten it and choose the file again.</source>
        <translation>Một ô ở dòng %1 dài hơn %2 ký tự. Hãy rút ngắn rồi chọn lại tệp.</translation>
    </message>
    <message>
        <source>The workbook has more than %1 sheets. Divide it and choose each part.</source>
        <translation>Bảng tính có hơn %1 trang tính. Hãy chia nhỏ rồi chọn từng phần.</translation>
    </message>
    <message>
        <source>Row %1 has more than %2 columns. Delete what stands too far to the right and choose the file again.</source>
        <translation>Dòng %1 có hơn %2 cột. Hãy xóa phần nằm quá xa bên phải rồi chọn lại tệp.</translation>
    </message>
    <message>
        <source>The workbook holds more than %1 cells. Divide it and choose each part.</source>
        <translation>Bảng tính có hơn %1 ô. Hãy chia nhỏ rồi chọn từng phần.</translation>
    </message>
    <message>
        <source>The workbook holds more than %1 rows. Divide it and choose each part.</source>
        <translation>Bảng tính có hơn %1 dòng. Hãy chia nhỏ rồi chọn từng phần.</translation>
    </message>
    <message>
        <source>A file with this name cannot be opened in the old .xls form. Give it a name without accents, or save it as .xlsx.</source>
        <translation>Không mở được tệp dạng .xls cũ có tên như vậy. Hãy đặt tên không dấu, hoặc lưu dạng .xlsx.</translation>
    </message>
    <message>
        <source>The workbook is protected with a password. Open it in Excel or LibreOffice, save it without the password, and choose the new file.</source>
        <translation>Bảng tính có đặt mật khẩu. Hãy mở bằng Excel hoặc LibreOffice, lưu lại không kèm mật khẩu rồi chọn tệp mới.</translation>
    </message>
</context>
<context>
    <name>StatutoryClock</name>
    <message>
        <source>The statutory time “%1” is missing from the catalogue or cannot be used. Correct the catalogue.</source>
        <translation>Thời hạn luật định “%1” không có trong danh mục hoặc không dùng được. Hãy sửa danh mục.</translation>
    </message>
    <message>
        <source>until the end of today</source>
        <translation>đến hết hôm nay</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>còn %n ngày làm việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>còn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>còn chưa đến một phút</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>còn %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2′ left</source>
        <translation>còn %1 giờ %2′</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) overdue</source>
        <translation>
            <numerusform>quá hạn %n phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) overdue</source>
        <translation>
            <numerusform>quá hạn %n giờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>quá hạn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>in time</source>
        <translation>đúng hạn</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>chậm %n phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation>
            <numerusform>chậm %n giờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>chậm %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>không tính</translation>
    </message>
    <message>
        <source>check the PC&apos;s clock</source>
        <translation>hãy kiểm tra giờ của máy</translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>There is no such task in this year. Choose the task from the list again.</source>
        <translation>Năm này không có nhiệm vụ đó. Hãy chọn lại nhiệm vụ trong danh sách.</translation>
    </message>
    <message>
        <source>This state cannot be chosen. Choose how the task stands from the list.</source>
        <translation>Không chọn được tình trạng này. Hãy chọn tình trạng của nhiệm vụ trong danh sách.</translation>
    </message>
    <message>
        <source>Why the task was stopped is missing. Write the reason in the note.</source>
        <translation>Thiếu lý do dừng nhiệm vụ. Hãy ghi lý do vào ghi chú.</translation>
    </message>
    <message>
        <source>%1 h %2′</source>
        <translation>%1 giờ %2′</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%Ln người</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%Ln buổi</numerusform>
        </translation>
    </message>
    <message>
        <source>next on %1</source>
        <translation>buổi tới: %1</translation>
    </message>
    <message>
        <source>%1 of %2 assessed within 12 hours</source>
        <translation>%1/%2 đánh giá trong 12 giờ</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>trung vị %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open clock(s)</source>
        <translation>
            <numerusform>%Ln thời hạn đang chạy</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 cases supported</source>
        <translation>%1/%2 hồ sơ được hỗ trợ</translation>
    </message>
    <message>
        <source>%1 days from the report on average</source>
        <translation>trung bình %1 ngày từ khi nhận tin</translation>
    </message>
    <message numerus="yes">
        <source>%n leaflet(s) and card(s)</source>
        <translation>
            <numerusform>%Ln tờ rơi, thẻ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 children (%2 girls)</source>
        <translation>%1 trẻ em (%2 nữ)</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%Ln lượt thăm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent on as cases</source>
        <translation>
            <numerusform>%Ln ca chuyển thành hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 giờ</translation>
    </message>
</context>
<context>
    <name>TaskTable</name>
    <message>
        <source>by the register</source>
        <translation>theo sổ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Task, and what the register shows</source>
        <translation>Nhiệm vụ, kết quả theo sổ</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>State in %1</source>
        <translation>Tình trạng năm %1</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>The check was stopped. What was checked so far is in order or listed.</source>
        <translation>Đã dừng kiểm tra. Phần đã kiểm tra đều đúng hoặc đã nêu trong danh sách.</translation>
    </message>
    <message>
        <source>Device %1: an entry cannot be read.</source>
        <translation>Máy %1: có mục ghi không đọc được.</translation>
    </message>
    <message>
        <source>Device %1, entry %2</source>
        <translation>Máy %1, mục ghi %2</translation>
    </message>
    <message>
        <source>%1: the content does not match its hash.</source>
        <translation>%1: nội dung không khớp với mã kiểm tra.</translation>
    </message>
    <message>
        <source>%1: a part with names does not match its commitment.</source>
        <translation>%1: phần có danh tính không khớp với mã kiểm tra của nó.</translation>
    </message>
    <message>
        <source>%1: the signature is not the device&apos;s.</source>
        <translation>%1: chữ ký không phải của máy này.</translation>
    </message>
    <message>
        <source>%1: the chain is broken.</source>
        <translation>%1: chuỗi mục ghi bị đứt.</translation>
    </message>
    <message>
        <source>Device %1, entry %2: the signature is not the device&apos;s.</source>
        <translation>Máy %1, mục ghi %2: chữ ký không phải của máy này.</translation>
    </message>
    <message>
        <source>Record %1 (%2): the table does not show what its entries say.</source>
        <translation>Bản ghi %1 (%2): bảng không khớp với các mục ghi.</translation>
    </message>
    <message>
        <source>The tables hold %1 records, the entries %2.</source>
        <translation>Các bảng có %1 bản ghi, theo các mục ghi là %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries count, wait or are kept aside otherwise than the entries themselves say.</source>
        <translation>
            <numerusform>%Ln mục ghi đang được tính, chờ hoặc để riêng khác với điều chính các mục ghi cho biết.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts are still here although a decision to erase them is in force.</source>
        <translation>
            <numerusform>Còn %Ln phần dữ liệu ở đây dù quyết định hủy đã có hiệu lực.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Device %1: %n entries wait for others that have not come.</source>
        <translation>
            <numerusform>Máy %1: %Ln mục ghi còn chờ các mục ghi khác chưa đến.</numerusform>
        </translation>
    </message>
    <message>
        <source>This register was written by a newer version of Mái Ấm. Pages, entries and signatures were checked; what the records show was not compared with them. Check it again with the newer program.</source>
        <translation>Sổ này do phiên bản Mái Ấm mới hơn ghi. Đã kiểm tra các trang, mục ghi và chữ ký; chưa đối chiếu nội dung hồ sơ với các mục ghi. Hãy kiểm tra lại bằng chương trình mới hơn.</translation>
    </message>
    <message>
        <source>Record %1 (%2): its place in lists or in the search is not what its entries say.</source>
        <translation>Bản ghi %1 (%2): vị trí trong danh sách hoặc trong tìm kiếm không đúng với các mục nhật ký.</translation>
    </message>
</context>
<context>
    <name>WindowArguments</name>
    <message>
        <source>“%1” is not expected here. A command comes first, its options after it.</source>
        <translation>Không hiểu “%1” ở chỗ này. Lệnh đứng trước, các tùy chọn của lệnh đứng sau.</translation>
    </message>
    <message>
        <source>The option --%1 wants a value.</source>
        <translation>Tùy chọn --%1 cần có giá trị.</translation>
    </message>
</context>
<context>
    <name>WorkbookArchive</name>
    <message>
        <source>The workbook ends too early: copying it was not finished. Copy it again from where it came.</source>
        <translation>Bảng tính bị cụt: việc chép chưa xong. Hãy chép lại từ nơi gốc.</translation>
    </message>
    <message>
        <source>The workbook would unpack to more than any register needs, so it was not opened. Delete sheets and pictures that are not needed, save it and choose it again.</source>
        <translation>Bảng tính khi giải nén lớn hơn mức mọi sổ cần đến nên không được mở. Hãy xóa các trang tính và hình ảnh không cần, lưu lại rồi chọn lại.</translation>
    </message>
    <message>
        <source>The workbook is protected with a password. Open it in Excel or LibreOffice, save it without the password, and choose the new file.</source>
        <translation>Bảng tính có đặt mật khẩu. Hãy mở bằng Excel hoặc LibreOffice, lưu lại không kèm mật khẩu rồi chọn tệp mới.</translation>
    </message>
</context>
<context>
    <name>WorkbookImport</name>
    <message>
        <source>This sheet has no header with a column for the child&apos;s name. It was not read.</source>
        <translation>Trang tính này không có dòng tiêu đề với cột họ tên trẻ nên không được đọc.</translation>
    </message>
    <message>
        <source>This column is not known. What stands in it goes to the note.</source>
        <translation>Không nhận ra cột này. Nội dung của cột được đưa vào ghi chú.</translation>
    </message>
    <message>
        <source>No sheet of this workbook has a header with a column for the child&apos;s name. Choose the workbook in which the children are listed.</source>
        <translation>Không trang tính nào trong bảng tính này có dòng tiêu đề với cột họ tên trẻ. Hãy chọn bảng tính có danh sách trẻ.</translation>
    </message>
    <message>
        <source>The province&apos;s register keeps no children of its own. Import the workbook in the commune&apos;s register.</source>
        <translation>Sổ của tỉnh không giữ trẻ em của riêng mình. Hãy nhập bảng tính vào sổ của xã.</translation>
    </message>
    <message>
        <source>The office&apos;s unit is not in the catalogue of units, so codes cannot be given. Update the catalogue.</source>
        <translation>Đơn vị này không có trong danh mục đơn vị nên không cấp mã được. Hãy cập nhật danh mục.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was taken in.</source>
        <translation>Đã dừng nhập. Chưa nhập gì vào sổ.</translation>
    </message>
    <message>
        <source>Comments on cells cannot be read from a workbook of this age. If it has any, open it in Excel or LibreOffice, save it as .xlsx, and choose the new file.</source>
        <translation>Không đọc được ghi chú kèm ô trong bảng tính đời cũ như tệp này. Nếu có ghi chú, hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi chọn tệp mới.</translation>
    </message>
</context>
<context>
    <name>WorkbookReader</name>
    <message>
        <source>%1 Choose an Excel (.xlsx, .xls), LibreOffice (.ods) or CSV file.</source>
        <translation>%1 Hãy chọn tệp Excel (.xlsx, .xls), LibreOffice (.ods) hoặc CSV.</translation>
    </message>
    <message>
        <source>The workbook is protected with a password. Open it in Excel or LibreOffice, save it without the password, and choose the new file.</source>
        <translation>Bảng tính có đặt mật khẩu. Hãy mở bằng Excel hoặc LibreOffice, lưu lại không kèm mật khẩu rồi chọn tệp mới.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Tệp trống.</translation>
    </message>
    <message>
        <source>This is a PDF document, not a workbook.</source>
        <translation>Đây là tài liệu PDF, không phải bảng tính.</translation>
    </message>
    <message>
        <source>This is a picture, not a workbook.</source>
        <translation>Đây là hình ảnh, không phải bảng tính.</translation>
    </message>
    <message>
        <source>This is a web page under the name of a workbook. Open it in Excel and save it as .xlsx.</source>
        <translation>Đây là trang web mang tên bảng tính. Hãy mở bằng Excel rồi lưu dạng .xlsx.</translation>
    </message>
    <message>
        <source>This is a text document, not a workbook.</source>
        <translation>Đây là văn bản, không phải bảng tính.</translation>
    </message>
    <message>
        <source>This is a compressed archive. Take the workbook out of it first.</source>
        <translation>Đây là tệp nén. Hãy lấy bảng tính ra khỏi tệp nén trước.</translation>
    </message>
    <message>
        <source>This is a sealed package of another office. Open it under “Receive”.</source>
        <translation>Đây là gói niêm phong của đơn vị khác. Hãy mở ở mục “Nhận”.</translation>
    </message>
    <message>
        <source>This is a text file. When it is a table, give it a name that ends with “.csv”.</source>
        <translation>Đây là tệp văn bản thuần. Nếu là bảng, hãy đổi tên để có đuôi “.csv”.</translation>
    </message>
    <message>
        <source>This file is no workbook.</source>
        <translation>Tệp này không phải bảng tính.</translation>
    </message>
    <message>
        <source>This is a document of LibreOffice, not a workbook.</source>
        <translation>Đây là tài liệu LibreOffice, không phải bảng tính.</translation>
    </message>
    <message>
        <source>This is a Word document, not a workbook.</source>
        <translation>Đây là tài liệu Word, không phải bảng tính.</translation>
    </message>
    <message>
        <source>This is a presentation, not a workbook.</source>
        <translation>Đây là bài trình chiếu, không phải bảng tính.</translation>
    </message>
    <message>
        <source>This is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx.</source>
        <translation>Đây là bảng tính Excel nhị phân (.xlsb). Hãy mở bằng Excel và lưu thành .xlsx.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB. Delete sheets and pictures that are not needed, save it and choose it again.</source>
        <translation>Tệp lớn hơn %1 MB. Hãy xóa các trang tính và hình ảnh không cần, lưu lại rồi chọn lại tệp.</translation>
    </message>
    <message>
        <source>The file is no longer there. Choose it again.</source>
        <translation>Tệp không còn ở đó. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>The file could not be opened. Close it in Excel, check that the stick is in place, and choose it again.</source>
        <translation>Không mở được tệp. Hãy đóng tệp trong Excel, kiểm tra USB đã cắm chưa rồi chọn lại.</translation>
    </message>
    <message>
        <source>The file could not be read. Check that the stick is in place and choose it again.</source>
        <translation>Không đọc được tệp. Hãy kiểm tra USB đã cắm chưa rồi chọn lại.</translation>
    </message>
</context>
<context>
    <name>WorkbookWriter</name>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>The file cannot be written there. Close it in Excel if it is open, or choose another folder.</source>
        <translation>Không ghi được tệp vào đó. Hãy đóng tệp trong Excel nếu đang mở, hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The file could not be written. Check that the disk or stick is in place and has room, then try again.</source>
        <translation>Không ghi được tệp. Hãy kiểm tra ổ đĩa hoặc USB đã cắm và còn chỗ trống, rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no table to write.</source>
        <translation>Không có bảng nào để ghi.</translation>
    </message>
    <message>
        <source>The workbook could not be made. Close other programs.</source>
        <translation>Không tạo được bảng tính. Hãy đóng các chương trình khác.</translation>
    </message>
</context>
<context>
    <name>WorkingCalendar</name>
    <message>
        <source>The entry “%1” of the list of holidays has no valid date or kind. Correct the list.</source>
        <translation>Mục “%1” trong danh sách ngày nghỉ không có ngày hoặc loại hợp lệ. Hãy sửa danh sách.</translation>
    </message>
</context>
<context>
    <name>ZstdReader</name>
    <message>
        <source>The content of the file ends too early. Copy the file again, or ask the sender for it again.</source>
        <translation>Nội dung tệp bị thiếu phần cuối. Hãy chép lại tệp, hoặc đề nghị nơi gửi gửi lại.</translation>
    </message>
    <message>
        <source>The content of the file is not in the form that this program writes.</source>
        <translation>Nội dung tệp không đúng dạng mà chương trình này ghi.</translation>
    </message>
    <message>
        <source>Something was appended to the content of the file, so it is not accepted. Ask the sender for the file again.</source>
        <translation>Nội dung tệp bị ghi thêm vào cuối nên không được nhận. Hãy đề nghị nơi gửi gửi lại tệp.</translation>
    </message>
    <message>
        <source>The content of the file was altered, so it is not accepted. Ask the sender for the file again.</source>
        <translation>Nội dung tệp đã bị thay đổi nên không được nhận. Hãy đề nghị nơi gửi gửi lại tệp.</translation>
    </message>
    <message>
        <source>The content of the file could not be read.</source>
        <translation>Không đọc được nội dung tệp.</translation>
    </message>
    <message>
        <source>The content of the file is larger than is allowed, so it was not read. Ask the sender to divide it.</source>
        <translation>Nội dung tệp lớn hơn mức cho phép nên không được đọc. Hãy đề nghị nơi gửi chia nhỏ tệp.</translation>
    </message>
</context>
<context>
    <name>ZstdWriter</name>
    <message>
        <source>The file could not be compressed. Close other programs and try again.</source>
        <translation>Không nén được tệp. Hãy đóng các chương trình khác rồi thử lại.</translation>
    </message>
    <message>
        <source>The file could not be compressed.</source>
        <translation>Không nén được tệp.</translation>
    </message>
</context>
<context>
    <name>maiam::AccessPage</name>
    <message>
        <source>Did what</source>
        <translation>Đã làm</translation>
    </message>
    <message>
        <source>Which file</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Ai đã xem</translation>
    </message>
    <message>
        <source>Who looked at this file</source>
        <translation>Ai đã xem hồ sơ này</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>mở xem</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>in</translation>
    </message>
    <message>
        <source>exported to a file</source>
        <translation>xuất ra tệp</translation>
    </message>
    <message>
        <source>packed for another office</source>
        <translation>đóng gói gửi đơn vị khác</translation>
    </message>
    <message>
        <source>made a report</source>
        <translation>lưu báo cáo</translation>
    </message>
    <message>
        <source>wrong passphrase</source>
        <translation>sai cụm mật khẩu</translation>
    </message>
    <message>
        <source>opened the register</source>
        <translation>mở sổ</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>mọi người</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>mọi việc</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>the last 12 months</source>
        <translation>12 tháng qua</translation>
    </message>
    <message>
        <source>all the time</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Người</translation>
    </message>
    <message>
        <source>Did wh&amp;at</source>
        <translation>Đã &amp;làm</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>Lú&amp;c</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%Ln lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%Ln mục ghi</numerusform>
        </translation>
    </message>
    <message>
        <source>a user not known here</source>
        <translation>người không rõ ở sổ này</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>added a user</source>
        <translation>thêm người dùng</translation>
    </message>
    <message>
        <source>changed a user&apos;s name or role</source>
        <translation>đổi tên hoặc vai trò người dùng</translation>
    </message>
    <message>
        <source>removed a user</source>
        <translation>xóa người dùng</translation>
    </message>
    <message>
        <source>set a passphrase</source>
        <translation>đặt cụm mật khẩu</translation>
    </message>
    <message>
        <source>opened with a key on paper</source>
        <translation>mở sổ bằng khóa trên giấy</translation>
    </message>
    <message>
        <source>changed the register key</source>
        <translation>đổi khóa sổ</translation>
    </message>
    <message>
        <source>issued a new recovery key</source>
        <translation>lập khóa khôi phục mới</translation>
    </message>
    <message>
        <source>issued new escrow sheets</source>
        <translation>lập tờ ký gửi mới</translation>
    </message>
    <message>
        <source>erased by decision</source>
        <translation>hủy dữ liệu theo quyết định</translation>
    </message>
    <message>
        <source>The list was given to the printer.</source>
        <translation>Đã gửi danh sách đến máy in.</translation>
    </message>
    <message>
        <source>The list is saved: %1</source>
        <translation>Đã lưu danh sách: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in a list</source>
        <translation>
            <numerusform>%Ln hồ sơ (danh sách)</numerusform>
        </translation>
    </message>
    <message>
        <source>the program itself</source>
        <translation>chương trình tự ghi</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in one save</source>
        <translation>
            <numerusform>%Ln bản ghi cùng lúc</numerusform>
        </translation>
    </message>
    <message>
        <source>changed</source>
        <translation>sửa</translation>
    </message>
    <message>
        <source>machine %1</source>
        <translation>máy %1</translation>
    </message>
    <message>
        <source>Who and when</source>
        <translation>Ai, lúc nào</translation>
    </message>
    <message>
        <source>Looks and changes, by code, without names. Nothing can be taken out of this list.</source>
        <translation>Chỉ có mã, không có tên. Không ai xóa được mục nào.</translation>
    </message>
    <message>
        <source>month %1</source>
        <translation>tháng %1</translation>
    </message>
    <message>
        <source>Nobody has looked at or changed anything in this time.</source>
        <translation>Không có ai xem hay sửa gì trong khoảng thời gian này.</translation>
    </message>
    <message>
        <source>The newest %1 are shown. To see older ones, choose a month under “When”, a person, or what was done.</source>
        <translation>Đang hiện %1 mục mới nhất. Muốn xem mục cũ hơn: chọn tháng ở ô “Lúc”, một người, hoặc một việc.</translation>
    </message>
    <message>
        <source>The newest %1 are shown. Older ones: press “Show older”, or choose a month under “When”.</source>
        <translation>Đang hiện %1 mục mới nhất. Muốn xem mục cũ hơn: bấm “Hiện mục cũ hơn”, hoặc chọn tháng ở ô “Lúc”.</translation>
    </message>
    <message>
        <source>Show &amp;older</source>
        <translation>Hiện mục cũ &amp;hơn</translation>
    </message>
    <message>
        <source>It holds the newest %1 only. For older ones choose a month under “When” and print that too.</source>
        <translation>Danh sách chỉ có %1 mục mới nhất. Muốn có mục cũ hơn: chọn tháng ở ô “Lúc” rồi in thêm.</translation>
    </message>
    <message>
        <source>opened a restricted file: new report</source>
        <translation>mở hồ sơ hạn chế: có tin báo mới</translation>
    </message>
    <message>
        <source>opened a restricted file: an authority asked</source>
        <translation>mở hồ sơ hạn chế: cơ quan có thẩm quyền yêu cầu</translation>
    </message>
    <message>
        <source>opened a restricted file: child or carer asked</source>
        <translation>mở hồ sơ hạn chế: trẻ hoặc người chăm sóc yêu cầu</translation>
    </message>
    <message>
        <source>opened a restricted file: to correct or check</source>
        <translation>mở hồ sơ hạn chế: để sửa hoặc kiểm tra</translation>
    </message>
    <message>
        <source>another office</source>
        <translation>đơn vị khác</translation>
    </message>
    <message>
        <source>set a reason to keep</source>
        <translation>ghi lý do phải giữ</translation>
    </message>
    <message>
        <source>ended a reason to keep</source>
        <translation>kết thúc lý do phải giữ</translation>
    </message>
    <message>
        <source>restricted access</source>
        <translation>hạn chế truy cập</translation>
    </message>
    <message>
        <source>ended a restriction of access</source>
        <translation>bỏ hạn chế truy cập</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>cùng %1</translation>
    </message>
</context>
<context>
    <name>maiam::ActivitiesPage</name>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Classes, training, communication</source>
        <translation>Lớp, tập huấn, truyền thông</translation>
    </message>
    <message>
        <source>Tasks of the directive</source>
        <translation>Nhiệm vụ chỉ thị</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Nội dung đang xem</translation>
    </message>
    <message>
        <source>+ &amp;Record a session</source>
        <translation>+ &amp;Ghi một buổi</translation>
    </message>
    <message>
        <source>The session is saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Record a session after it was held, or plan one: it then counts for the directive&apos;s tasks and for the month&apos;s report by itself.</source>
        <translation>Chưa ghi buổi nào. Hãy ghi sau khi tổ chức hoặc lên lịch trước: buổi đó tự được tính vào nhiệm vụ của chỉ thị và báo cáo tháng.</translation>
    </message>
    <message>
        <source>Sessions, newest first. Enter opens one.</source>
        <translation>Các buổi, mới nhất ở trên. Nhấn Enter để mở.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%Ln buổi</numerusform>
        </translation>
    </message>
    <message>
        <source>The session is deleted.</source>
        <translation>Đã xóa buổi này.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>The session is back.</source>
        <translation>Đã khôi phục buổi này.</translation>
    </message>
</context>
<context>
    <name>maiam::AssessmentForm</name>
    <message>
        <source>Form 02 · Initial assessment of risk and harm</source>
        <translation>Mẫu 02 · Đánh giá nguy cơ ban đầu, mức độ tổn hại</translation>
    </message>
    <message>
        <source>A. Harm and risk</source>
        <translation>A. Tổn hại và nguy cơ</translation>
    </message>
    <message>
        <source>High: serious, threatens life or development</source>
        <translation>Cao: nghiêm trọng, đe dọa tính mạng hoặc sự phát triển</translation>
    </message>
    <message>
        <source>High: the suspect reaches the child easily and often</source>
        <translation>Cao: người bị nghi tiếp cận trẻ dễ dàng và thường xuyên</translation>
    </message>
    <message>
        <source>B. Protection (high is good)</source>
        <translation>B. Khả năng bảo vệ (Cao là tốt)</translation>
    </message>
    <message>
        <source>High: the child can ask for help and get away</source>
        <translation>Cao: trẻ biết nhờ giúp đỡ và tự thoát ra được</translation>
    </message>
    <message>
        <source>High: somebody is ready to protect the child</source>
        <translation>Cao: có người sẵn sàng bảo vệ trẻ</translation>
    </message>
    <message>
        <source>&amp;Assessed at</source>
        <translation>Thời điểm đánh &amp;giá</translation>
    </message>
    <message>
        <source>The officer&apos;s &amp;conclusion</source>
        <translation>&amp;Kết luận của cán bộ</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Lý do</translation>
    </message>
    <message>
        <source>&amp;Save Form 02</source>
        <translation>Lưu &amp;Mẫu 02</translation>
    </message>
    <message>
        <source>Emergency measures</source>
        <translation>Biện pháp khẩn cấp</translation>
    </message>
    <message>
        <source>&amp;Decided at</source>
        <translation>Thời điểm &amp;quyết định</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Ghi quyết định</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng số</translation>
    </message>
    <message>
        <source>A suggestion appears when all four rows are answered. The officer decides.</source>
        <translation>Gợi ý hiện ra khi đã trả lời đủ bốn dòng. Cán bộ là người quyết định.</translation>
    </message>
    <message>
        <source>Suggestion: %1. The officer decides.</source>
        <translation>Gợi ý: %1. Cán bộ là người quyết định.</translation>
    </message>
    <message>
        <source>Decided %1. The 12 hours have stopped.</source>
        <translation>Đã quyết định %1. Thời hạn 12 giờ đã dừng.</translation>
    </message>
    <message>
        <source>Needed. The 12 hours run until they are decided (Article 26, clause 3).</source>
        <translation>Cần áp dụng. Thời hạn 12 giờ chạy đến khi có quyết định (khoản 3 Điều 26).</translation>
    </message>
    <message>
        <source>Only when they are needed: a decision stops the 12 hours (Articles 26 and 31).</source>
        <translation>Chỉ khi cần: có quyết định thì thời hạn 12 giờ dừng (Điều 26 và Điều 31).</translation>
    </message>
    <message>
        <source>When was it decided? That moment counts, not the typing.</source>
        <translation>Quyết định lúc nào? Tính theo thời điểm đó, không theo lúc nhập.</translation>
    </message>
</context>
<context>
    <name>maiam::BackupCard</name>
    <message>
        <source>Backup</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Back &amp;up…</source>
        <translation>Sao &amp;lưu…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>The PC&apos;s clock</source>
        <translation>Giờ của máy</translation>
    </message>
</context>
<context>
    <name>maiam::BackupPage</name>
    <message>
        <source>Backup</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Giữ lại những bản nào</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Sao lưu ngay</translation>
    </message>
    <message>
        <source>&amp;Try a restore</source>
        <translation>&amp;Thử khôi phục</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Khôi phục…</translation>
    </message>
    <message>
        <source>Backups that there are</source>
        <translation>Các bản sao lưu hiện có</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Mục ghi</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Nơi</translation>
    </message>
    <message>
        <source>None yet. The first one is made by itself soon after unlocking, or at once with “Back up now”.</source>
        <translation>Chưa có bản nào. Bản đầu tiên tự được tạo ngay sau khi mở sổ, hoặc bấm “Sao lưu ngay”.</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>Nơi thứ hai</translation>
    </message>
    <message>
        <source>&amp;Choose a second place…</source>
        <translation>&amp;Chọn nơi thứ hai…</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Không dùng nữa</translation>
    </message>
    <message>
        <source>The PC&apos;s clock</source>
        <translation>Giờ của máy</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>hỏng</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>đã kiểm tra</translation>
    </message>
    <message>
        <source>earlier key</source>
        <translation>khóa cũ</translation>
    </message>
    <message>
        <source>second place</source>
        <translation>nơi thứ hai</translation>
    </message>
    <message>
        <source>this PC</source>
        <translation>máy này</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang xem…</translation>
    </message>
    <message>
        <source>None. Choose a stick, a second disk or a network folder: the copies there are for the day when this PC is lost.</source>
        <translation>Chưa có. Hãy chọn USB, ổ đĩa khác hoặc thư mục mạng: bản chép ở đó phòng khi mất máy này.</translation>
    </message>
    <message>
        <source>Backing up, reading back and checking…</source>
        <translation>Đang sao lưu, đọc lại và kiểm tra…</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Nơi thứ hai để sao lưu</translation>
    </message>
    <message>
        <source>Keeping the place…</source>
        <translation>Đang ghi nơi thứ hai…</translation>
    </message>
    <message>
        <source>Restoring the newest backup beside the register and checking it…</source>
        <translation>Đang dựng lại bản mới nhất ở chỗ tạm và kiểm tra…</translation>
    </message>
    <message>
        <source>The backup of %1 was restored, opened and folded again: %2 children, %3 cases, %4 sessions, %5 entries.</source>
        <translation>Bản sao lưu lúc %1 đã được dựng lại, mở và tính lại toàn bộ: %2 trẻ em, %3 hồ sơ, %4 buổi, %5 mục ghi.</translation>
    </message>
    <message>
        <source>Everything is in order. What was restored for the trial has been deleted.</source>
        <translation>Mọi thứ đều ổn. Chỗ tạm dùng để thử đã được xóa.</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Backups (*.maiam-backup)</source>
        <translation>Bản sao lưu (*.maiam-backup)</translation>
    </message>
    <message>
        <source>One backup after each day of work and on closing, one before each upgrade. The newest of 7 days, 5 weeks and 12 months stay, and always the newest three. Each was read back and checked before it counts. They are encrypted like the register; the passphrase of that day or the recovery key opens them. One with &quot;other history&quot; holds work that a restore left behind: it stays until somebody deletes the file.</source>
        <translation>Sau mỗi ngày làm việc, khi đóng chương trình và trước mỗi lần nâng cấp đều có một bản. Giữ bản mới nhất của 7 ngày, 5 tuần, 12 tháng; luôn còn ba bản mới nhất. Mỗi bản được đọc lại và kiểm tra rồi mới tính. Các bản được mã hóa như sổ; cụm mật khẩu của ngày ấy hoặc khóa khôi phục mở được. Bản ghi “lịch sử khác” giữ phần việc mà một lần khôi phục đã bỏ lại: nó ở đó cho đến khi có người xóa tệp.</translation>
    </message>
    <message>
        <source>other history</source>
        <translation>lịch sử khác</translation>
    </message>
    <message>
        <source>Copying the newest backup to the second place…</source>
        <translation>Đang chép bản mới nhất ra nơi thứ hai…</translation>
    </message>
    <message>
        <source>A damaged backup opens for nobody. Delete its file, or copy it again from the other place.</source>
        <translation>Bản sao lưu hỏng thì không ai mở được. Hãy xóa tệp của bản hỏng, hoặc chép lại từ nơi kia.</translation>
    </message>
    <message>
        <source>Not backed up: %1</source>
        <translation>Chưa sao lưu được: %1</translation>
    </message>
</context>
<context>
    <name>maiam::BoardPage</name>
    <message>
        <source>The province&apos;s board</source>
        <translation>Bảng toàn tỉnh</translation>
    </message>
    <message>
        <source>&amp;Receive packages…</source>
        <translation>&amp;Nhận gói…</translation>
    </message>
    <message>
        <source>&amp;Copy the list to remind</source>
        <translation>&amp;Chép danh sách nhắc</translation>
    </message>
    <message>
        <source>Report of the whole &amp;province</source>
        <translation>&amp;Báo cáo toàn tỉnh</translation>
    </message>
    <message>
        <source>Communes, wards and special zones</source>
        <translation>Xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>The whole province in the period</source>
        <translation>Toàn tỉnh trong kỳ</translation>
    </message>
    <message>
        <source>new cases</source>
        <translation>vụ mới</translation>
    </message>
    <message>
        <source>children, without identity</source>
        <translation>trẻ em, không kèm danh tính</translation>
    </message>
    <message>
        <source>assessed within 12 hours</source>
        <translation>đúng 12 giờ</translation>
    </message>
    <message>
        <source>cases still open</source>
        <translation>hồ sơ đang mở</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Theo loại việc</translation>
    </message>
    <message>
        <source>Two machines wrote differently</source>
        <translation>Hai máy ghi khác nhau</translation>
    </message>
    <message>
        <source>%1 communes, wards and special zones</source>
        <translation>%1 xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>Period %1 – %2 · received %3 · late %4 · missing packages %5</source>
        <translation>Kỳ %1 – %2 · đã nhận %3 · chậm %4 · thiếu gói %5</translation>
    </message>
    <message>
        <source>New cases by kind</source>
        <translation>Vụ mới theo loại việc</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) wait for the commune to choose.</source>
        <translation>
            <numerusform>%Ln hồ sơ đang chờ xã chọn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Receive packages</source>
        <translation>Nhận gói</translation>
    </message>
    <message>
        <source>Packages (*.maiam)</source>
        <translation>Gói (*.maiam)</translation>
    </message>
    <message>
        <source>Checking and taking in the packages…</source>
        <translation>Đang kiểm tra và nhận gói…</translation>
    </message>
    <message>
        <source>%1: entries %2 are missing; please send them again.</source>
        <translation>%1: thiếu mục %2, đề nghị gửi lại.</translation>
    </message>
    <message>
        <source>%1: nothing has come for the period yet.</source>
        <translation>%1: chưa gửi số liệu của kỳ.</translation>
    </message>
    <message>
        <source>Nobody has to be reminded.</source>
        <translation>Không có đơn vị nào cần nhắc.</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) to remind are on the clipboard.</source>
        <translation>
            <numerusform>Đã chép danh sách %n đơn vị cần nhắc, có thể dán vào nơi khác.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::CasePage</name>
    <message>
        <source>Child&apos;s record</source>
        <translation>Thông tin của trẻ</translation>
    </message>
    <message>
        <source>Steps of the case</source>
        <translation>Các bước của hồ sơ</translation>
    </message>
    <message>
        <source>change the start…</source>
        <translation>đổi ngày bắt đầu…</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Chưa rõ tên</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n tuổi</numerusform>
        </translation>
    </message>
    <message>
        <source>received by the province</source>
        <translation>Sở đã nhận</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>đã đóng gói</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Taken back. Both stay in the history.</source>
        <translation>Đã hoàn tác. Cả hai lần ghi vẫn còn trong lịch sử.</translation>
    </message>
    <message>
        <source>&amp;Who looked at this file</source>
        <translation>Ai đã &amp;xem hồ sơ này</translation>
    </message>
    <message>
        <source>Form 02</source>
        <translation>Mẫu 02</translation>
    </message>
    <message>
        <source>The chairman lets the plan stand as it is now</source>
        <translation>Chủ tịch đồng ý giữ nguyên kế hoạch như hiện nay</translation>
    </message>
    <message>
        <source>Edited after approval (plan approved %1): %2. Show it to the chairman. When the plan itself has to change, go on to a review and make a new plan.</source>
        <translation>Đã sửa sau khi duyệt (kế hoạch duyệt %1): %2. Trình Chủ tịch xem lại. Nếu phải thay đổi chính kế hoạch thì chuyển sang rà soát và lập kế hoạch mới.</translation>
    </message>
    <message>
        <source>Erased by decision</source>
        <translation>Đã hủy theo quyết định</translation>
    </message>
</context>
<context>
    <name>maiam::CaseTableModel</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n tuổi</numerusform>
        </translation>
    </message>
    <message>
        <source>in time</source>
        <translation>đúng hạn</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Chưa rõ tên</translation>
    </message>
    <message>
        <source>received there</source>
        <translation>Sở đã nhận</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>đã đóng gói</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>two values to choose from</source>
        <translation>hai giá trị cần chọn</translation>
    </message>
    <message>
        <source>Case code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại việc</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gửi Sở</translation>
    </message>
    <message>
        <source>Restricted access</source>
        <translation>Hạn chế truy cập</translation>
    </message>
    <message>
        <source>Erased by decision</source>
        <translation>Đã hủy theo quyết định</translation>
    </message>
</context>
<context>
    <name>maiam::CasesPage</name>
    <message>
        <source>Cases</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Name, parent, number, village or code</source>
        <translation>Tên, cha mẹ, số định danh, thôn hoặc mã</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Việc tiếp theo</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln kết quả</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%Ln hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Fewer letters find more; tones may be left out.</source>
        <translation>Không tìm thấy. Gõ ít chữ hơn sẽ ra nhiều hơn; có thể bỏ dấu.</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Không có hồ sơ quá hạn.</translation>
    </message>
    <message>
        <source>Everything has been packed.</source>
        <translation>Tất cả đã được đóng gói.</translation>
    </message>
    <message>
        <source>No case yet. Ctrl+N takes a report.</source>
        <translation>Chưa có hồ sơ nào. Nhấn Ctrl+N để tiếp nhận thông tin.</translation>
    </message>
    <message>
        <source>No case here.</source>
        <translation>Không có hồ sơ nào ở đây.</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Tất cả %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Đang mở %1</translation>
    </message>
    <message>
        <source>Overdue %1</source>
        <translation>Quá hạn %1</translation>
    </message>
    <message>
        <source>Not sent %1</source>
        <translation>Chưa gửi %1</translation>
    </message>
    <message>
        <source>From the old workbook %1</source>
        <translation>Từ sổ cũ %1</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Chưa rõ tên</translation>
    </message>
    <message>
        <source>mother: %1</source>
        <translation>mẹ: %1</translation>
    </message>
    <message>
        <source>No clock of the law is running.</source>
        <translation>Không có thời hạn luật định nào đang chạy.</translation>
    </message>
    <message numerus="yes">
        <source>the first %n result(s); more letters find fewer</source>
        <translation>
            <numerusform>%Ln kết quả đầu; gõ thêm chữ để thu hẹp</numerusform>
        </translation>
    </message>
    <message>
        <source>Restricted access</source>
        <translation>Hạn chế truy cập</translation>
    </message>
    <message>
        <source>Erased by decision</source>
        <translation>Đã hủy theo quyết định</translation>
    </message>
</context>
<context>
    <name>maiam::CheckPage</name>
    <message>
        <source>Check of the register</source>
        <translation>Kiểm tra sổ</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>Kiểm tra những gì</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>&amp;Kiểm tra ngay</translation>
    </message>
    <message>
        <source>Not in order</source>
        <translation>Không ổn</translation>
    </message>
    <message>
        <source>In order, but to be known</source>
        <translation>Vẫn ổn, nhưng cần biết</translation>
    </message>
    <message>
        <source>Every page of the file, every entry with its signature and its place in the chain, every record against its entries, erasures, and the record of who looked. Nothing is changed. You can leave this page and go on working meanwhile; the result is shown wherever you are, and stands here again. You can stop at any time; locking stops it too.</source>
        <translation>Từng trang của tệp sổ, từng mục ghi với chữ ký và vị trí trong chuỗi, từng bản ghi so với các mục ghi, việc hủy dữ liệu, và sổ ghi ai đã xem. Không có gì bị thay đổi. Anh/chị có thể rời trang này và làm việc tiếp; xong thì kết quả hiện ở trang đang mở, và mở lại trang này vẫn thấy. Dừng được bất cứ lúc nào; khóa sổ thì việc kiểm tra cũng dừng.</translation>
    </message>
</context>
<context>
    <name>maiam::ChildCard</name>
    <message>
        <source>Safety when contacting</source>
        <translation>An toàn khi liên hệ</translation>
    </message>
    <message>
        <source>Child and family</source>
        <translation>Trẻ và gia đình</translation>
    </message>
    <message>
        <source>&amp;Edit child and contact</source>
        <translation>&amp;Sửa thông tin trẻ và liên hệ</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Chưa rõ tên</translation>
    </message>
    <message>
        <source>Not written down yet. Whom may one ring, and when?</source>
        <translation>Chưa ghi. Được gọi cho ai, vào lúc nào?</translation>
    </message>
    <message>
        <source>Sa&amp;ve the child&apos;s data</source>
        <translation>Lưu thông tin &amp;trẻ</translation>
    </message>
    <message>
        <source>Erased by decision</source>
        <translation>Đã hủy theo quyết định</translation>
    </message>
</context>
<context>
    <name>maiam::ChildPage</name>
    <message>
        <source>Cases</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Chưa rõ tên</translation>
    </message>
    <message>
        <source>Open case %1</source>
        <translation>Mở hồ sơ %1</translation>
    </message>
    <message>
        <source>No case. The child is in the register because of its circumstances.</source>
        <translation>Không có hồ sơ. Trẻ có trong sổ vì hoàn cảnh của trẻ.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>&amp;Who looked at this file</source>
        <translation>&amp;Ai đã xem hồ sơ này</translation>
    </message>
    <message>
        <source>When the file must go</source>
        <translation>Khi phải hủy hồ sơ</translation>
    </message>
    <message>
        <source>By a decision, and only when two people agree.</source>
        <translation>Theo quyết định, và chỉ khi hai người cùng đồng ý.</translation>
    </message>
    <message>
        <source>Erase &amp;by decision…</source>
        <translation>&amp;Hủy theo quyết định…</translation>
    </message>
    <message>
        <source>Erased by decision</source>
        <translation>Đã hủy theo quyết định</translation>
    </message>
</context>
<context>
    <name>maiam::ChildTableModel</name>
    <message>
        <source>Name not known</source>
        <translation>Chưa rõ tên</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%Ln hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Gia đình</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Thôn</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>Hoàn cảnh</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Restricted access</source>
        <translation>Hạn chế truy cập</translation>
    </message>
    <message>
        <source>Erased by decision</source>
        <translation>Đã hủy theo quyết định</translation>
    </message>
</context>
<context>
    <name>maiam::ChildrenPage</name>
    <message>
        <source>Children</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>Name, parent, number or village</source>
        <translation>Tên, cha mẹ, số định danh hoặc thôn</translation>
    </message>
    <message>
        <source>Search children</source>
        <translation>Tìm trẻ em</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln kết quả</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren), by given name</source>
        <translation>
            <numerusform>%Ln trẻ em, xếp theo tên</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Fewer letters find more; tones may be left out.</source>
        <translation>Không tìm thấy. Gõ ít chữ hơn sẽ ra nhiều hơn; có thể bỏ dấu.</translation>
    </message>
    <message>
        <source>No child yet. A child is entered with its first report: Ctrl+N.</source>
        <translation>Chưa có trẻ nào. Trẻ được ghi vào sổ cùng thông tin tiếp nhận đầu tiên: Ctrl+N.</translation>
    </message>
    <message numerus="yes">
        <source>the first %n result(s); more letters find fewer</source>
        <translation>
            <numerusform>%Ln kết quả đầu; gõ thêm chữ để thu hẹp</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::ClockCheck</name>
    <message>
        <source>Not saved yet, and nothing is lost: first answer the question about the PC&apos;s clock (it says %1; the last entry %2).</source>
        <translation>Chưa lưu, nhưng không mất gì: hãy trả lời câu hỏi về đồng hồ máy trước (máy đang chỉ %1; lần ghi cuối %2).</translation>
    </message>
</context>
<context>
    <name>maiam::ClockQuestion</name>
    <message>
        <source>The PC&apos;s clock says %1, but the last entry was written at %2. Is the clock right? If not, set it in Windows: the times set by law are counted by it.</source>
        <translation>Đồng hồ máy chỉ %1, nhưng lần ghi cuối là lúc %2. Giờ máy có đúng không? Nếu sai, hãy chỉnh lại trong Windows: thời hạn theo luật được tính theo đồng hồ này.</translation>
    </message>
    <message>
        <source>The PC&apos;s clock says %1, and the last entry was written at %2, long before. Is the clock right? If not, set it in Windows: the times set by law are counted by it.</source>
        <translation>Đồng hồ máy chỉ %1, còn lần ghi cuối là lúc %2, đã lâu. Giờ máy có đúng không? Nếu sai, hãy chỉnh lại trong Windows: thời hạn theo luật được tính theo đồng hồ này.</translation>
    </message>
    <message>
        <source>Until you say so, this form is not saved.</source>
        <translation>Trước khi xác nhận, biểu mẫu này chưa lưu được.</translation>
    </message>
    <message>
        <source>The clock &amp;is right</source>
        <translation>Giờ của máy đú&amp;ng</translation>
    </message>
</context>
<context>
    <name>maiam::ColumnChoice</name>
    <message>
        <source>Taken for something else? &amp;Column</source>
        <translation>Nhận sai? Cộ&amp;t</translation>
    </message>
    <message>
        <source>&amp;holds</source>
        <translation>l&amp;à</translation>
    </message>
</context>
<context>
    <name>maiam::ConflictCard</name>
    <message>
        <source>Two machines wrote different things</source>
        <translation>Hai máy ghi khác nhau</translation>
    </message>
    <message>
        <source>Nothing is lost. Choose what holds; the other stays in the history.</source>
        <translation>Không mất gì cả. Hãy chọn nội dung đúng; nội dung kia vẫn còn trong lịch sử.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>“%1”, written %2</source>
        <translation>“%1”, ghi %2</translation>
    </message>
    <message>
        <source>%1: keep “%2”</source>
        <translation>%1: giữ “%2”</translation>
    </message>
</context>
<context>
    <name>maiam::ConflictsPage</name>
    <message>
        <source>Differing information</source>
        <translation>Thông tin trái nhau</translation>
    </message>
    <message>
        <source>What two machines wrote differently of the same record</source>
        <translation>Hai máy ghi khác nhau về cùng một bản ghi</translation>
    </message>
    <message>
        <source>Delete the record</source>
        <translation>Xóa bản ghi</translation>
    </message>
    <message>
        <source>Keep the record</source>
        <translation>Giữ bản ghi</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>One machine deleted it, another went on writing</source>
        <translation>Một máy đã xóa, máy khác ghi tiếp</translation>
    </message>
    <message>
        <source>a user not known here</source>
        <translation>người không rõ ở sổ này</translation>
    </message>
    <message>
        <source>%1 · %2 · machine %3</source>
        <translation>%1 · %2 · máy %3</translation>
    </message>
    <message>
        <source>Keep this one (shown now)</source>
        <translation>Giữ giá trị này (đang hiện)</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Giữ giá trị này</translation>
    </message>
    <message>
        <source>There is nothing on which two machines differ.</source>
        <translation>Không có thông tin nào trái nhau.</translation>
    </message>
    <message>
        <source>Nothing is lost. Choose what holds; what was not chosen stays in the history of the record.</source>
        <translation>Không mất gì. Hãy chọn giá trị đúng; giá trị không chọn vẫn còn trong lịch sử của bản ghi.</translation>
    </message>
    <message>
        <source>Chosen. The other value stays in the history.</source>
        <translation>Đã chọn. Giá trị kia vẫn còn trong lịch sử.</translation>
    </message>
    <message>
        <source>Access to this file is restricted. Open the case, say why, and choose there; or let the restriction be ended first.</source>
        <translation>Hồ sơ này hạn chế truy cập. Hãy mở hồ sơ, nêu lý do và chọn ở đó; hoặc bỏ hạn chế trước.</translation>
    </message>
    <message>
        <source>Another office decides about this record; call that office.</source>
        <translation>Đơn vị khác quyết định về bản ghi này; hãy gọi cho đơn vị đó.</translation>
    </message>
    <message>
        <source>%1 decides about this record; call that office.</source>
        <translation>%1 quyết định về bản ghi này; hãy gọi cho đơn vị đó.</translation>
    </message>
    <message>
        <source>%1, %2: keep “%3”</source>
        <translation>%1, %2: giữ “%3”</translation>
    </message>
</context>
<context>
    <name>maiam::CopiesCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies that an erasure does not reach</source>
        <translation>Bản chép mà việc hủy không tới được</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; “Who looked” lists them all</source>
        <translation>
            <numerusform>và %n lần nữa; xem đủ ở “Ai đã xem”</numerusform>
        </translation>
    </message>
    <message>
        <source>The register knows of no print and no file with the names of these records.</source>
        <translation>Sổ không ghi lần in hay lần ghi ra tệp nào có tên trong các hồ sơ này.</translation>
    </message>
    <message>
        <source>Printed, or put into a file, with the names of these records. Look for these papers and files and destroy them:</source>
        <translation>Đã in hoặc ghi ra tệp có tên trong các hồ sơ này. Hãy tìm những giấy, tệp đó mà hủy:</translation>
    </message>
    <message>
        <source>Put into files without naming a record: a backup in another folder, or a hand-over record. They may hold the names:</source>
        <translation>Đã ghi ra tệp mà không nêu hồ sơ nào: bản sao lưu ở thư mục khác, hoặc biên bản bàn giao. Ở đó có thể có tên:</translation>
    </message>
    <message>
        <source>Backups hold the names until they are removed; whoever restores one erases them before the register opens. They lie in: %1. What somebody has copied elsewhere is not known here.</source>
        <translation>Bản sao lưu còn giữ tên cho đến khi bị xóa; khôi phục từ bản nào thì tên được hủy trước khi mở sổ. Bản sao lưu nằm ở: %1. Bản mà ai đó đã chép đi nơi khác thì sổ không biết.</translation>
    </message>
    <message>
        <source>These packages carried entries of these records to another office, but no name, number or text; their receiver confirms the erasure for itself: %1.</source>
        <translation>Các gói sau đã mang mục ghi của những hồ sơ này đến đơn vị khác, nhưng không có tên, số, văn bản nào; nơi nhận tự xác nhận việc hủy ở nơi mình: %1.</translation>
    </message>
    <message>
        <source>a user not known here</source>
        <translation>người dùng chưa biết ở đây</translation>
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
        <source>Creating the register…</source>
        <translation>Đang tạo sổ…</translation>
    </message>
    <message>
        <source>Office: %1
User: %2

The register is encrypted on this PC. Without the passphrase or the recovery key nobody can open it, we neither.</source>
        <translation>Cơ quan: %1
Người giữ sổ: %2

Sổ được mã hóa trên máy này. Không có cụm mật khẩu hoặc khóa khôi phục thì không ai mở được, kể cả người viết chương trình.</translation>
    </message>
</context>
<context>
    <name>maiam::Database</name>
    <message>
        <source>A part of the register&apos;s file is damaged. Stop entering data and restore the newest backup.</source>
        <translation>Một phần tệp sổ bị hỏng. Hãy ngừng nhập và khôi phục bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>The copy was not encrypted and has been deleted. Install the program again.</source>
        <translation>Bản sao không được mã hóa nên đã bị xóa. Hãy cài lại chương trình.</translation>
    </message>
</context>
<context>
    <name>maiam::Desktop</name>
    <message>
        <source>Mái Ấm</source>
        <translation>Mái Ấm</translation>
    </message>
    <message>
        <source>Child-protection register</source>
        <translation>Sổ bảo vệ trẻ em</translation>
    </message>
    <message>
        <source>Demo register: all people in it are fictional</source>
        <translation>Sổ mẫu: mọi người trong sổ đều là hư cấu</translation>
    </message>
    <message>
        <source>Mái Ấm — %1</source>
        <translation>Mái Ấm — %1</translation>
    </message>
    <message>
        <source>DEMO DATA — all people in this register are fictional</source>
        <translation>SỐ LIỆU MẪU — mọi người trong sổ này đều là hư cấu</translation>
    </message>
    <message>
        <source>Before this unlock the passphrase was wrong %1 times. If that was not you, somebody tried to open the register: tell the administrator.</source>
        <translation>Trước lần mở này, cụm mật khẩu đã bị gõ sai %1 lần. Nếu không phải anh/chị gõ thì có người đã thử mở sổ: hãy báo người quản trị.</translation>
    </message>
    <message>
        <source>This PC does not keep the windows out of screen captures</source>
        <translation>Máy này không chặn được việc chụp, quay màn hình chương trình</translation>
    </message>
    <message>
        <source>Read only: what you change in cases is not stored</source>
        <translation>Chỉ xem: thay đổi trong hồ sơ không được ghi</translation>
    </message>
    <message>
        <source>The register key is being changed. Leave the PC on; this takes about a minute.</source>
        <translation>Đang đổi khóa sổ. Đừng tắt máy; việc này mất khoảng một phút.</translation>
    </message>
    <message>
        <source>The register key has been changed. Old copies of the keys file open nothing here.</source>
        <translation>Đã đổi khóa sổ. Bản chép cũ của tệp khóa không mở được sổ này nữa.</translation>
    </message>
    <message>
        <source>The register key could not be changed yet: %1 It is changed under &quot;More → Users and keys&quot;.</source>
        <translation>Chưa đổi được khóa sổ: %1 Người quản trị mới đổi khóa ở &quot;Thêm → Người dùng và khóa&quot;.</translation>
    </message>
    <message>
        <source>Written by a newer Mái Ấm: this one only shows the register and stores nothing — install the newer program</source>
        <translation>Sổ do bản Mái Ấm mới hơn ghi: bản này chỉ xem, không lưu gì — hãy cài chương trình mới hơn</translation>
    </message>
    <message>
        <source>The backup on closing was not made: %1 Close the window once more to leave without it, or unlock and look under “More → Backups”.</source>
        <translation>Chưa sao lưu được lúc đóng: %1 Đóng cửa sổ lần nữa để thoát mà không sao lưu, hoặc mở sổ và xem ở “Thêm → Sao lưu”.</translation>
    </message>
    <message>
        <source>The register has been created. Open it with the passphrase that you have chosen.</source>
        <translation>Đã tạo xong sổ. Hãy mở sổ bằng cụm mật khẩu anh/chị đã chọn.</translation>
    </message>
    <message>
        <source>The former one is kept in %1. Who looked since the backup stands in it alone and must be found for 12 months: lock that folder away until %2, then delete it.</source>
        <translation>Sổ trước đó được giữ ở %1. Ai đã xem gì từ sau bản sao lưu chỉ còn ghi ở đó và phải tra được trong 12 tháng: hãy cất thư mục ấy vào nơi khóa kín đến hết ngày %2 rồi xóa.</translation>
    </message>
    <message>
        <source>The passphrase is set.</source>
        <translation>Đã đặt cụm mật khẩu.</translation>
    </message>
    <message>
        <source>Seal the new recovery key in an envelope for the chairman.</source>
        <translation>Cho khóa khôi phục mới vào phong bì niêm phong để Chủ tịch giữ.</translation>
    </message>
    <message>
        <source>The recovery key in the opened envelope still holds: seal it again.</source>
        <translation>Khóa khôi phục trong phong bì đã mở vẫn còn hiệu lực: hãy niêm phong lại.</translation>
    </message>
    <message>
        <source>The two escrow sheets open nothing any more: destroy them, and print new ones under &quot;More → Users and keys&quot;.</source>
        <translation>Hai tờ ký gửi không còn mở được gì: hãy hủy đi và in tờ mới ở &quot;Thêm → Người dùng và khóa&quot;.</translation>
    </message>
    <message>
        <source>It could not be recorded yet who opened what before the lock. Make room on the disk and unlock: then it is recorded. Do not end the program before.</source>
        <translation>Chưa ghi lại được ai đã mở gì trước khi khóa. Hãy giải phóng bớt chỗ trên ổ đĩa rồi mở sổ: chương trình sẽ ghi lại. Đừng tắt chương trình trước lúc đó.</translation>
    </message>
    <message>
        <source>The register has been restored from the backup of %1. Open it with the passphrase of that day; who has only the recovery key or the two escrow sheets presses “Forgotten…”.</source>
        <translation>Đã khôi phục sổ theo bản sao lưu lúc %1. Hãy mở bằng cụm mật khẩu của ngày ấy; ai chỉ có khóa khôi phục hoặc hai phần ký gửi thì bấm “Quên…”.</translation>
    </message>
    <message>
        <source>Press “Forgotten…”, then “Put back the keys of a backup…”.</source>
        <translation>Hãy bấm “Quên…” rồi “Lấy lại khóa từ bản sao lưu…”.</translation>
    </message>
    <message>
        <source>Nobody opens this demo register with the passphrase that it was made with any more. Choose your name and type your own passphrase.</source>
        <translation>Không ai còn mở sổ mẫu này bằng cụm mật khẩu ban đầu. Chọn tên anh/chị và gõ cụm mật khẩu của mình.</translation>
    </message>
    <message>
        <source>Your role has changed. Open the register again to work in the new one.</source>
        <translation>Vai trò của anh/chị đã đổi. Mở lại sổ để làm việc với vai trò mới.</translation>
    </message>
    <message>
        <source>A part of the register&apos;s file is damaged: stop entering data, and restore the newest backup</source>
        <translation>Một phần tệp sổ bị hỏng: hãy ngừng nhập và khôi phục từ bản sao lưu mới nhất</translation>
    </message>
    <message>
        <source>The two escrow sheets open nothing any more: destroy them, and ask the administrator to print new ones.</source>
        <translation>Hai tờ ký gửi không còn mở được gì: hãy hủy đi và nhờ người quản trị in tờ mới.</translation>
    </message>
    <message>
        <source>Seal the new recovery key, and destroy the former sheet.</source>
        <translation>Niêm phong khóa khôi phục mới, hủy tờ cũ.</translation>
    </message>
    <message>
        <source>The passphrase of %1 in the demo register is: %2</source>
        <translation>Cụm mật khẩu của %1 trong sổ mẫu là: %2</translation>
    </message>
    <message>
        <source>An erasure was under way. Whether it was carried out stands after unlocking in the list under “More → Erasures by decision”.</source>
        <translation>Lúc khóa đang hủy dữ liệu theo quyết định. Mở sổ rồi xem ở “Thêm → Hủy dữ liệu theo quyết định”: lần hủy có trong danh sách mà không ghi “ở đây chưa hủy” là đã hủy xong; không có, hoặc ghi “ở đây chưa hủy”, là chưa hủy gì.</translation>
    </message>
    <message>
        <source>Stopped by locking: %1.</source>
        <translation>Đã dừng vì khóa sổ: %1.</translation>
    </message>
    <message>
        <source>An import and a package are stored as a whole or not at all; of packages that came in, what was taken in stays and receiving them again goes on from there.</source>
        <translation>Nhập sổ cũ và đóng gói thì được lưu trọn vẹn hoặc không lưu gì; nhận gói thì phần đã nhận còn lại trong sổ, nhận lại là tiếp tục từ đó.</translation>
    </message>
    <message>
        <source>Look after unlocking, and start it again.</source>
        <translation>Mở sổ rồi xem lại và làm lại.</translation>
    </message>
    <message>
        <source>What was typed in “%1” could not be written yet: the disk is full. Make room on the disk, then open the register; do not end the program before.</source>
        <translation>Chữ đang gõ ở “%1” chưa ghi được vì ổ đĩa đầy. Hãy dọn bớt ổ đĩa rồi mở sổ; đừng tắt chương trình trước.</translation>
    </message>
    <message>
        <source>What was typed in “%1” could not be written yet. Set right what stands in the way, then open the register; do not end the program before. %2</source>
        <translation>Chữ đang gõ ở “%1” chưa ghi được. Hãy xử lý nguyên nhân rồi mở sổ; đừng tắt chương trình trước. %2</translation>
    </message>
    <message>
        <source>What was typed before the lock is written now. It stands under “Not saved yet” on the first page and in its form.</source>
        <translation>Chữ gõ trước khi khóa nay đã ghi xong. Anh/chị tìm thấy ở thẻ “Bản nháp chưa lưu” trên trang đầu và ngay trong biểu đang làm dở.</translation>
    </message>
    <message>
        <source>What was typed before the lock still could not be written. Make room on the disk; the program tries again by itself. Do not end the program before.</source>
        <translation>Chữ gõ trước khi khóa vẫn chưa ghi được. Hãy dọn bớt ổ đĩa; chương trình tự ghi lại. Đừng tắt chương trình trước khi ghi xong.</translation>
    </message>
    <message>
        <source>If the program ends now, that text is lost. Close the window once more to leave all the same.</source>
        <translation>Tắt chương trình bây giờ thì mất phần chữ ấy. Nếu vẫn muốn thoát, hãy đóng cửa sổ lần nữa.</translation>
    </message>
</context>
<context>
    <name>maiam::DevicesPage</name>
    <message>
        <source>Machines</source>
        <translation>Các máy</translation>
    </message>
    <message>
        <source>Which machines have written into this register</source>
        <translation>Những máy đã ghi vào sổ này</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>máy này</translation>
    </message>
    <message>
        <source>reported as lost</source>
        <translation>đã báo mất</translation>
    </message>
    <message>
        <source>two histories</source>
        <translation>hai nhánh ghi</translation>
    </message>
    <message>
        <source>an office not known here</source>
        <translation>đơn vị chưa biết ở đây</translation>
    </message>
    <message>
        <source>entries up to %1</source>
        <translation>mục ghi đến số %1</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for others that have not come</source>
        <translation>
            <numerusform>%Ln mục ghi còn chờ mục khác chưa đến</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The history up to entry %1 (%2) counts…</source>
        <translation>Nhánh đến mục ghi %1 (%2) là đúng…</translation>
    </message>
    <message>
        <source>Take over what the other history says</source>
        <translation>Ghi lại điều nhánh kia đã ghi</translation>
    </message>
    <message>
        <source>Report as lost…</source>
        <translation>Báo mất máy…</translation>
    </message>
    <message>
        <source>Report a machine as lost</source>
        <translation>Báo mất máy</translation>
    </message>
    <message>
        <source>Is %1 lost for good?</source>
        <translation>Máy %1 đã mất hẳn?</translation>
    </message>
    <message>
        <source>What it wrote and what is here counts, also what has waited for entries that nobody holds; the gap stays named. What it writes later does not count. If the other office may hold more of it, receive its package first.</source>
        <translation>Điều máy đó đã ghi và có ở đây thì được tính, kể cả điều còn chờ những mục ghi không ai giữ; chỗ thiếu vẫn được nêu tên. Điều máy đó ghi sau này không được tính. Nếu đơn vị kia có thể giữ nhiều hơn thì hãy nhận gói của họ trước.</translation>
    </message>
    <message>
        <source>Report as lost</source>
        <translation>Báo mất</translation>
    </message>
    <message>
        <source>%1 has been reported as lost.</source>
        <translation>Đã báo mất máy %1.</translation>
    </message>
    <message>
        <source>Which history counts</source>
        <translation>Nhánh nào đúng</translation>
    </message>
    <message>
        <source>Does this history of %1 count?</source>
        <translation>Nhánh này của máy %1 là đúng?</translation>
    </message>
    <message>
        <source>The entries of the other history are kept aside and do not count. What they say can be taken over afterwards; what differs then is asked field by field.</source>
        <translation>Mục ghi của nhánh kia được để riêng và không tính. Sau đó có thể ghi lại điều nhánh ấy đã ghi; chỗ nào khác nhau thì hỏi từng ô.</translation>
    </message>
    <message>
        <source>It counts</source>
        <translation>Nhánh này đúng</translation>
    </message>
    <message>
        <source>This history counts from now on.</source>
        <translation>Từ nay nhánh này được tính.</translation>
    </message>
    <message>
        <source>Taken over. What both say differently stands under “More → Differing information”.</source>
        <translation>Đã ghi lại. Chỗ hai bên ghi khác nhau nằm ở “Thêm → Thông tin trái nhau”.</translation>
    </message>
</context>
<context>
    <name>maiam::DoubtsCard</name>
    <message>
        <source>as it stands now</source>
        <translation>nội dung hiện nay</translation>
    </message>
    <message>
        <source>in differing information</source>
        <translation>trong thông tin trái nhau</translation>
    </message>
    <message>
        <source>a former text, in the history</source>
        <translation>nội dung cũ, trong lịch sử</translation>
    </message>
    <message>
        <source>in an entry that waits or is put aside</source>
        <translation>trong mục ghi đang chờ hoặc để riêng</translation>
    </message>
    <message>
        <source>A record of a newer program</source>
        <translation>Hồ sơ của chương trình mới hơn</translation>
    </message>
    <message>
        <source>What else may speak of this child</source>
        <translation>Những chỗ khác có thể nói về trẻ này</translation>
    </message>
    <message numerus="yes">
        <source>and %n more…</source>
        <translation>
            <numerusform>và %n chỗ nữa…</numerusform>
        </translation>
    </message>
    <message>
        <source>No full name and no number of this child is held, so nothing else could be looked for.</source>
        <translation>Sổ không còn giữ họ tên đầy đủ hay số định danh của trẻ này nên không tìm được chỗ khác.</translation>
    </message>
    <message>
        <source>No other text and no draft in this register holds a name or number that the child&apos;s record has or has had; former texts were looked through too.</source>
        <translation>Không có văn bản hay bản nháp nào khác trong sổ ghi họ tên hoặc số định danh mà hồ sơ của trẻ đang ghi hay đã từng ghi; nội dung cũ cũng đã được xem.</translation>
    </message>
    <message>
        <source>These are not erased. A name or number that the child&apos;s record has, or has had, stands in them, so they may speak of the same person. Look at each yourself:</source>
        <translation>Những chỗ sau không bị hủy. Ở đó có họ tên hoặc số định danh mà hồ sơ của trẻ đang ghi hay đã từng ghi, nên có thể nói về cùng người đó. Anh/chị hãy tự xem từng chỗ:</translation>
    </message>
    <message>
        <source>What you mark is erased by the same decision, with every former text of that place. The record stays: an earlier text without the name may show again, or nothing. Drafts of a marked record go too.</source>
        <translation>Chỗ nào anh/chị đánh dấu thì bị hủy theo cùng quyết định, kể cả mọi nội dung cũ của chỗ đó. Hồ sơ vẫn còn: có thể hiện lại một nội dung trước đó không có tên, hoặc để trống. Bản nháp của hồ sơ đã đánh dấu cũng mất.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Mở trang đó</translation>
    </message>
    <message>
        <source>Erase this text too</source>
        <translation>Hủy cả văn bản này</translation>
    </message>
    <message>
        <source>With it goes what was written together with it: %1.</source>
        <translation>Mất theo những gì đã ghi cùng lúc: %1.</translation>
    </message>
    <message>
        <source>Erase this draft too</source>
        <translation>Hủy cả bản nháp này</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Bản nháp: %1</translation>
    </message>
    <message>
        <source>a user not known here</source>
        <translation>người dùng chưa biết ở đây</translation>
    </message>
    <message>
        <source>Places that may still hold the name and were not erased</source>
        <translation>Những chỗ có thể còn tên, chưa hủy</translation>
    </message>
    <message>
        <source>They may speak of the same person. Open each and write it without the name. Do it now: once the name is erased, this list cannot be made again.</source>
        <translation>Những chỗ này có thể nói về cùng người đó. Hãy mở từng chỗ, viết lại không có tên. Hãy làm ngay: tên đã hủy rồi thì không lập lại được danh sách này.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Open this draft</source>
        <translation>Mở bản nháp đó</translation>
    </message>
</context>
<context>
    <name>maiam::DraftsCard</name>
    <message>
        <source>Not saved yet</source>
        <translation>Bản nháp chưa lưu</translation>
    </message>
    <message numerus="yes">
        <source>and %n more…</source>
        <translation>
            <numerusform>và %n bản nháp nữa…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n drafts)</source>
        <translation>
            <numerusform>(%n bản)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::DueTimes</name>
    <message numerus="yes">
        <source>%n matter(s) overdue.</source>
        <translation>
            <numerusform>Có %Ln việc đã quá hạn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due today.</source>
        <translation>
            <numerusform>Có %n việc đến hạn hôm nay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due tomorrow.</source>
        <translation>
            <numerusform>Có %n việc đến hạn ngày mai.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due on %1.</source>
        <translation>
            <numerusform>Có %n việc đến hạn ngày %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due at %1.</source>
        <translation>
            <numerusform>Có %n việc đến hạn lúc %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due tomorrow at %1.</source>
        <translation>
            <numerusform>Có %n việc đến hạn lúc %1 ngày mai.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due on %1 at %2.</source>
        <translation>
            <numerusform>Có %n việc đến hạn lúc %2 ngày %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::Engine</name>
    <message>
        <source>The register is closed. Unlock it and try again.</source>
        <translation>Sổ đang đóng. Hãy mở khóa sổ rồi thử lại.</translation>
    </message>
    <message>
        <source>A key was given in the wrong way.</source>
        <translation>Chương trình đưa khóa vào không đúng cách nên chưa mở gì.</translation>
    </message>
    <message>
        <source>The database engine does not work as it must, so nothing was opened. Install the program again.</source>
        <translation>Phần lưu trữ của chương trình hoạt động không đúng nên chưa mở gì. Hãy cài lại chương trình.</translation>
    </message>
    <message>
        <source>A file of this name is there already, so no new register was made. Choose another folder.</source>
        <translation>Đã có tệp cùng tên nên chưa tạo sổ mới. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The folder cannot be written to, so no new register was made. Choose another folder or ask for the right to write there.</source>
        <translation>Không ghi được vào thư mục nên chưa tạo sổ mới. Hãy chọn thư mục khác hoặc đề nghị cấp quyền ghi vào đó.</translation>
    </message>
    <message>
        <source>The folder is not there, so no new register was made. Choose another folder.</source>
        <translation>Không có thư mục này nên chưa tạo sổ mới. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The register&apos;s file is not there. Check that the disk or the USB stick is plugged in, or restore a backup.</source>
        <translation>Không thấy tệp sổ. Hãy kiểm tra ổ đĩa hoặc USB đã cắm chưa, hoặc khôi phục bản sao lưu.</translation>
    </message>
    <message>
        <source>This is not a file. Choose the register&apos;s own folder.</source>
        <translation>Đây không phải là tệp. Hãy chọn thư mục của sổ.</translation>
    </message>
    <message>
        <source>The register&apos;s file may not be read with this Windows or Linux account. Sign in with the account that the register was made with.</source>
        <translation>Tài khoản Windows hoặc Linux này không được đọc tệp sổ. Hãy đăng nhập bằng tài khoản đã dùng để tạo sổ.</translation>
    </message>
    <message>
        <source>The register&apos;s file is cut off: most of it is missing. Restore the newest backup.</source>
        <translation>Tệp sổ bị cắt cụt: thiếu phần lớn nội dung. Hãy khôi phục bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>This file is not encrypted, so it is no register of this program and was not opened. Choose another file.</source>
        <translation>Tệp này không được mã hóa nên không phải là sổ của chương trình và chưa được mở. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>This backup is not complete by itself: it was copied while the register was in use. Choose another backup.</source>
        <translation>Bản sao lưu này không đầy đủ: nó được chép khi sổ đang mở. Hãy chọn bản sao lưu khác.</translation>
    </message>
    <message>
        <source>The register cannot be opened without its key. Unlock it first.</source>
        <translation>Không mở được sổ khi chưa có khóa. Hãy mở khóa sổ trước.</translation>
    </message>
    <message>
        <source>This file name cannot be used. Choose another one.</source>
        <translation>Không dùng được tên tệp này. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>The register&apos;s file is cut off: its last part is missing. Restore the newest backup.</source>
        <translation>Tệp sổ bị cụt: thiếu phần cuối. Hãy khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>This is in the register already, so it was not added again.</source>
        <translation>Nội dung này đã có trong sổ nên không thêm lần nữa.</translation>
    </message>
    <message>
        <source>The PC has too little free memory for this. Nothing was changed. Close other programs and try again.</source>
        <translation>Máy còn quá ít bộ nhớ trống để làm việc này. Chưa có gì thay đổi. Hãy đóng bớt chương trình khác rồi thử lại.</translation>
    </message>
    <message>
        <source>The register cannot be opened with this key, or its file is damaged. Check that the keys file belongs to this register; otherwise restore the newest backup.</source>
        <translation>Không mở được sổ bằng khóa này, hoặc tệp sổ bị hỏng. Hãy kiểm tra tệp khóa có đúng của sổ này không; nếu đúng, hãy khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>A part of the register&apos;s file is damaged and cannot be read. Stop entering data and restore the newest backup.</source>
        <translation>Một phần tệp sổ bị hỏng, không đọc được. Hãy ngừng nhập liệu và khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved. Free some room on the disk and save again.</source>
        <translation>Ổ đĩa đã đầy nên chưa lưu được. Hãy giải phóng bớt chỗ trên ổ đĩa rồi lưu lại.</translation>
    </message>
    <message>
        <source>The register&apos;s folder cannot be written to, so this was not saved. Ask for the right to write there, or check the switch on the USB stick.</source>
        <translation>Không ghi được vào thư mục của sổ nên chưa lưu được. Hãy đề nghị cấp quyền ghi vào đó, hoặc kiểm tra nút gạt chống ghi trên USB.</translation>
    </message>
    <message>
        <source>The register&apos;s file cannot be reached. Check that the disk or the USB stick is plugged in.</source>
        <translation>Không truy cập được tệp sổ. Hãy kiểm tra ổ đĩa hoặc USB đã cắm chưa.</translation>
    </message>
    <message>
        <source>Another program holds the register&apos;s file, so this was not saved. Close the other program and try again.</source>
        <translation>Chương trình khác đang giữ tệp sổ nên chưa lưu được. Hãy đóng chương trình đó rồi thử lại.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Đã dừng. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The disk could not be read or written. Check the disk or the USB stick and try again.</source>
        <translation>Không đọc hoặc ghi được ổ đĩa. Hãy kiểm tra ổ đĩa hoặc USB rồi thử lại.</translation>
    </message>
    <message>
        <source>The program made a mistake with the register; nothing was changed. Please report what you did.</source>
        <translation>Chương trình gặp lỗi khi làm việc với sổ; chưa có gì thay đổi. Xin báo lại thao tác vừa làm.</translation>
    </message>
    <message>
        <source>The program made a mistake with the register; nothing was changed.</source>
        <translation>Chương trình gặp lỗi khi làm việc với sổ; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This was not saved, since an earlier step failed. Try again.</source>
        <translation>Chưa lưu được vì một bước trước đó bị lỗi. Hãy thử lại.</translation>
    </message>
    <message>
        <source>The disk is full. What was there before is unchanged. Make room, then try again.</source>
        <translation>Ổ đĩa đã đầy. Những gì có trước đó vẫn nguyên. Hãy dọn bớt rồi thử lại.</translation>
    </message>
    <message>
        <source>The disk did not take or give the data. Check that the stick or network folder is still there.</source>
        <translation>Ổ đĩa không ghi hoặc không đọc được. Hãy xem USB hoặc thư mục mạng có còn đó không.</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>Đã có một tệp trùng tên.</translation>
    </message>
    <message>
        <source>The folder is not there: %1. Plug in the stick or connect the network folder.</source>
        <translation>Không thấy thư mục: %1. Hãy cắm USB hoặc nối thư mục mạng.</translation>
    </message>
    <message>
        <source>Nothing can be written into this folder: %1. Choose another one, or ask for the right to write there.</source>
        <translation>Không ghi được vào thư mục này: %1. Hãy chọn thư mục khác, hoặc xin quyền ghi vào đó.</translation>
    </message>
    <message>
        <source>The disk is full, so the register could not be opened; nothing in it was changed. Free some room on the disk and open it again.</source>
        <translation>Ổ đĩa đã đầy nên chưa mở được sổ; trong sổ không có gì thay đổi. Hãy dọn bớt ổ đĩa rồi mở lại.</translation>
    </message>
    <message>
        <source>The register&apos;s folder cannot be written to, so the register could not be opened. Ask for the right to write there, or check the switch on the USB stick.</source>
        <translation>Không ghi được vào thư mục của sổ nên chưa mở được sổ. Hãy xin quyền ghi vào thư mục này, hoặc kiểm tra chốt khóa trên USB.</translation>
    </message>
    <message>
        <source>Another program holds the register&apos;s file, so the register could not be opened. Close the other program and try again.</source>
        <translation>Chương trình khác đang giữ tệp sổ nên chưa mở được sổ. Hãy đóng chương trình ấy rồi thử lại.</translation>
    </message>
</context>
<context>
    <name>maiam::ErasurePage</name>
    <message>
        <source>Erase by decision</source>
        <translation>Hủy dữ liệu</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>&amp;Hủy dữ liệu…</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>&amp;Number and symbol</source>
        <translation>&amp;Số, ký hiệu</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>&amp;Căn cứ</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Hủy những phần nào</translation>
    </message>
    <message>
        <source>&amp;Child and family</source>
        <translation>&amp;Trẻ em và gia đình</translation>
    </message>
    <message>
        <source>&amp;Who reported</source>
        <translation>N&amp;gười báo tin</translation>
    </message>
    <message>
        <source>Wh&amp;o is suspected</source>
        <translation>Ngườ&amp;i bị nghi</translation>
    </message>
    <message>
        <source>Free &amp;texts</source>
        <translation>&amp;Văn bản tự do</translation>
    </message>
    <message>
        <source>Looking for what speaks of this child</source>
        <translation>Đang tìm những gì nói về trẻ này</translation>
    </message>
    <message>
        <source>What would be erased</source>
        <translation>Những gì sẽ bị hủy</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of entries</source>
        <translation>
            <numerusform>%Ln phần của các mục ghi</numerusform>
        </translation>
    </message>
    <message>
        <source>Names, numbers, addresses and texts go and cannot be brought back. What names nobody stays: kinds, months, clocks, so that reports stay right.</source>
        <translation>Tên, số, địa chỉ, văn bản sẽ mất và không lấy lại được. Điều không nói tên ai thì còn: loại việc, tháng, thời hạn, để báo cáo vẫn đúng.</translation>
    </message>
    <message>
        <source>There is nothing about this child that can be erased.</source>
        <translation>Không có gì về trẻ này có thể hủy.</translation>
    </message>
    <message>
        <source>Give the day on which it was signed, such as 24/11/2026.</source>
        <translation>Hãy ghi ngày ký, ví dụ 24/11/2026.</translation>
    </message>
    <message>
        <source>Choose the ground of the decision.</source>
        <translation>Hãy chọn căn cứ của quyết định.</translation>
    </message>
    <message>
        <source>Erasing; this takes a moment</source>
        <translation>Đang hủy; việc này mất một lúc</translation>
    </message>
    <message>
        <source>Erased.</source>
        <translation>Đã hủy.</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>These backups still hold it until they are removed; whoever restores one erases it before the register opens: %1.</source>
        <translation>Các bản sao lưu sau còn giữ dữ liệu đó đến khi bị xóa; khôi phục từ bản nào thì dữ liệu được hủy trước khi mở sổ: %1.</translation>
    </message>
    <message>
        <source>The usual answer to a request is not this but restricted access, on the child&apos;s page.</source>
        <translation>Thông thường, khi có người yêu cầu thì không hủy mà hạn chế truy cập, ở trang của trẻ.</translation>
    </message>
    <message>
        <source>The second place of backups was not looked at: its backups may still hold it.</source>
        <translation>Chưa xem được nơi sao lưu thứ hai: các bản sao lưu ở đó có thể vẫn còn dữ liệu này.</translation>
    </message>
    <message>
        <source>%1 (keep until %2)</source>
        <translation>%1 (giữ đến hết ngày %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n marked place(s) in other records and drafts go too.</source>
        <translation>
            <numerusform>Hủy cả %n chỗ đã đánh dấu trong hồ sơ và bản nháp khác.</numerusform>
        </translation>
    </message>
    <message>
        <source>Registers from before a restore still hold it, and open with a passphrase of that time. Who looked between the backup and the restore stands in them alone and must be found for 12 months: lock these folders away until that day, then delete them: %1.</source>
        <translation>Sổ cũ để lại khi khôi phục vẫn còn dữ liệu đó và mở được bằng cụm mật khẩu của lúc đó. Ai đã xem gì từ sau bản sao lưu đến lúc khôi phục chỉ còn ghi ở đó và phải tra được trong 12 tháng: hãy cất các thư mục này vào nơi khóa kín đến ngày đã nêu rồi xóa: %1.</translation>
    </message>
    <message>
        <source>number of the decision</source>
        <translation>số quyết định</translation>
    </message>
    <message>
        <source>Give the number and symbol as they are printed, such as 125/QĐ-UBND or 125/2026/QĐ-UBND.</source>
        <translation>Hãy ghi số, ký hiệu như in trên quyết định, ví dụ 125/QĐ-UBND hoặc 125/2026/QĐ-UBND.</translation>
    </message>
    <message>
        <source>its date</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>its ground</source>
        <translation>căn cứ</translation>
    </message>
    <message>
        <source>at least one part that goes</source>
        <translation>ít nhất một phần phải hủy</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>Còn thiếu: %1.</translation>
    </message>
    <message>
        <source>Not right yet: %1.</source>
        <translation>Chưa đúng: %1.</translation>
    </message>
    <message>
        <source>Erase for good what names %1, by decision %2?</source>
        <translation>Hủy vĩnh viễn những gì nêu tên %1, theo quyết định %2?</translation>
    </message>
    <message>
        <source>this child</source>
        <translation>trẻ này</translation>
    </message>
    <message>
        <source>It cannot be brought back, neither here nor from a backup. The decision, its ground and the names of the two people stay in the journal.</source>
        <translation>Không lấy lại được, ở đây cũng như từ bản sao lưu. Số quyết định, căn cứ và tên của hai người được giữ lại trong nhật ký.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Hủy dữ liệu vĩnh viễn</translation>
    </message>
    <message>
        <source>Go back, erase nothing</source>
        <translation>Quay lại, không hủy</translation>
    </message>
    <message>
        <source>It is being erased and cannot be stopped any more</source>
        <translation>Đang hủy, không dừng được nữa</translation>
    </message>
    <message>
        <source>The child&apos;s file has been erased in this register and in its search.</source>
        <translation>Hồ sơ của trẻ đã được hủy trong sổ này và trong phần tìm kiếm.</translation>
    </message>
    <message>
        <source>What was chosen of the child&apos;s file has been erased in this register and in its search.</source>
        <translation>Những phần đã chọn trong hồ sơ của trẻ đã được hủy trong sổ này và trong phần tìm kiếm.</translation>
    </message>
    <message numerus="yes">
        <source>%n other place(s) may still hold the name; they stand below.</source>
        <translation>
            <numerusform>Còn %n chỗ khác có thể có tên, liệt kê bên dưới.</numerusform>
        </translation>
    </message>
    <message>
        <source>This child and what belongs to it</source>
        <translation>Trẻ này và những gì đi kèm</translation>
    </message>
    <message numerus="yes">
        <source>This child, %n case(s) and what belongs to them</source>
        <translation>
            <numerusform>Trẻ này, %n hồ sơ vụ việc và những gì đi kèm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of this file go too, whoever typed them.</source>
        <translation>
            <numerusform>%n bản nháp của hồ sơ này cũng mất, dù là của ai.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that can be erased about this child has been erased already.</source>
        <translation>Những gì hủy được về trẻ này đã được hủy hết rồi.</translation>
    </message>
    <message>
        <source>The page is being read anew, so nothing was erased. Press “Erase…” once more.</source>
        <translation>Trang đang được đọc lại nên chưa hủy gì. Hãy bấm “Hủy dữ liệu…” lần nữa.</translation>
    </message>
</context>
<context>
    <name>maiam::ErasuresPage</name>
    <message>
        <source>Erasures by decision</source>
        <translation>Hủy dữ liệu theo quyết định</translation>
    </message>
    <message>
        <source>An erasure begins on the child&apos;s page: open “Children”, choose the child, then “Erase by decision…”. What another office has erased is erased here only when two people of this office agree.</source>
        <translation>Việc hủy bắt đầu ở trang của trẻ: mở “Trẻ em”, chọn trẻ, rồi “Hủy theo quyết định…”. Điều đơn vị khác đã hủy chỉ bị hủy ở đây khi hai người của đơn vị này cùng đồng ý.</translation>
    </message>
    <message>
        <source>an office not known here</source>
        <translation>đơn vị chưa biết ở đây</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Đang đọc</translation>
    </message>
    <message>
        <source>Nothing has been erased by decision.</source>
        <translation>Chưa hủy gì theo quyết định.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>decision, date</comment>
        <translation>%1 ngày %2</translation>
    </message>
    <message>
        <source>not erased here yet</source>
        <translation>ở đây chưa hủy</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of entries</source>
        <translation>
            <numerusform>%Ln phần của các mục ghi</numerusform>
        </translation>
    </message>
    <message>
        <source>a user not known here</source>
        <translation>người dùng chưa biết ở đây</translation>
    </message>
    <message>
        <source>%1: %2 and %3</source>
        <comment>when, leader, administrator</comment>
        <translation>%1: %2 và %3</translation>
    </message>
    <message>
        <source>Erase here too…</source>
        <translation>Hủy cả ở đây…</translation>
    </message>
    <message>
        <source>%1: erase here too</source>
        <translation>%1: hủy cả ở đây</translation>
    </message>
    <message>
        <source>Erase here too</source>
        <translation>Hủy cả ở đây</translation>
    </message>
    <message>
        <source>It cannot be brought back, neither here nor from a backup.</source>
        <translation>Không lấy lại được, ở đây cũng như từ bản sao lưu.</translation>
    </message>
    <message>
        <source>Erasing; this takes a moment</source>
        <translation>Đang hủy; việc này mất một lúc</translation>
    </message>
    <message>
        <source>%1: two people of that office</source>
        <comment>when</comment>
        <translation>%1: hai người của đơn vị đó</translation>
    </message>
    <message>
        <source>Here %1: %2 and %3</source>
        <comment>when, leader, administrator</comment>
        <translation>Ở đây %1: %2 và %3</translation>
    </message>
    <message>
        <source>Erase here for good what %1 has erased by decision %2?</source>
        <translation>Hủy vĩnh viễn ở đây điều %1 đã hủy theo quyết định %2?</translation>
    </message>
    <message>
        <source>It is about: %1.</source>
        <translation>Về hồ sơ: %1.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Hủy dữ liệu vĩnh viễn</translation>
    </message>
    <message>
        <source>Go back, erase nothing</source>
        <translation>Quay lại, không hủy</translation>
    </message>
    <message>
        <source>It is being erased and cannot be stopped any more</source>
        <translation>Đang hủy, không dừng được nữa</translation>
    </message>
    <message>
        <source>Erased here too, by decision %1.</source>
        <translation>Đã hủy cả ở đây, theo quyết định %1.</translation>
    </message>
    <message>
        <source>The list is being read anew, so nothing was erased. Press “Erase here too…” once more.</source>
        <translation>Danh sách đang được đọc lại nên chưa hủy gì. Hãy bấm “Hủy cả ở đây…” lần nữa.</translation>
    </message>
</context>
<context>
    <name>maiam::ExchangePage</name>
    <message>
        <source>Exchange with the communes</source>
        <translation>Gửi, nhận với xã</translation>
    </message>
    <message>
        <source>Exchange with the health department</source>
        <translation>Gửi, nhận với Sở</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>A package holds figures, kinds, months and clocks, without identity: no name, number, address or free text. It is sealed, so that only the office that it goes to can open it.</source>
        <translation>Gói gồm số liệu, loại việc, thời gian và thời hạn, không kèm danh tính: không có tên, số định danh, địa chỉ hay nội dung tường thuật. Gói được niêm phong, chỉ đơn vị nhận mở được.</translation>
    </message>
    <message>
        <source>&amp;Seal into a folder or onto a stick…</source>
        <translation>Đó&amp;ng gói vào thư mục hoặc USB…</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Gửi đến</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Files that came are checked wholly before anything of them is believed. Receiving one twice changes nothing.</source>
        <translation>Tệp nhận được kiểm tra toàn bộ rồi mới dùng. Nhận cùng một tệp hai lần không làm thay đổi gì.</translation>
    </message>
    <message>
        <source>&amp;Check files that came…</source>
        <translation>&amp;Kiểm tra tệp đã nhận…</translation>
    </message>
    <message>
        <source>Ta&amp;ke them in</source>
        <translation>&amp;Nhận vào sổ</translation>
    </message>
    <message>
        <source>This office&apos;s card</source>
        <translation>Thẻ của đơn vị</translation>
    </message>
    <message>
        <source>Give the file to the other office and read these numbers to it on the phone.</source>
        <translation>Gửi tệp thẻ cho đơn vị kia và đọc các số này qua điện thoại.</translation>
    </message>
    <message>
        <source>Sa&amp;ve the card…</source>
        <translation>&amp;Lưu thẻ…</translation>
    </message>
    <message>
        <source>Another office&apos;s card</source>
        <translation>Thẻ của đơn vị khác</translation>
    </message>
    <message>
        <source>Open the card file that the other office gave you, then let it read its numbers to you on the phone.</source>
        <translation>Mở tệp thẻ mà đơn vị kia đã gửi, rồi nghe đơn vị đó đọc các số qua điện thoại.</translation>
    </message>
    <message>
        <source>&amp;Open a card…</source>
        <translation>&amp;Mở thẻ…</translation>
    </message>
    <message>
        <source>Numbers read to you on the &amp;phone</source>
        <translation>&amp;Số được đọc qua điện thoại</translation>
    </message>
    <message>
        <source>Con&amp;firm the office</source>
        <translation>&amp;Xác nhận đơn vị</translation>
    </message>
    <message>
        <source>Offices that were confirmed</source>
        <translation>Đơn vị đã xác nhận</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>None yet. Before the first package both offices exchange their cards, on the right.</source>
        <translation>Chưa có. Trước gói đầu tiên, hai bên trao thẻ cho nhau (bên phải).</translation>
    </message>
    <message>
        <source>Everything that was written here is packed.</source>
        <translation>Mọi mục ghi ở đây đều đã đóng gói.</translation>
    </message>
    <message>
        <source>Last packed: %1 (%2).</source>
        <translation>Đóng gói gần nhất: %1 (%2).</translation>
    </message>
    <message>
        <source>No receipt has come yet; what was packed is offered again until it comes.</source>
        <translation>Chưa có biên nhận; phần đã đóng gói sẽ được gửi lại cho đến khi có biên nhận.</translation>
    </message>
    <message>
        <source>province</source>
        <translation>tỉnh</translation>
    </message>
    <message>
        <source>commune</source>
        <translation>xã</translation>
    </message>
    <message>
        <source>Where the package goes</source>
        <translation>Chọn nơi đặt gói</translation>
    </message>
    <message>
        <source>Sealing, writing and reading back the package…</source>
        <translation>Đang đóng gói, ghi và đọc lại…</translation>
    </message>
    <message>
        <source>receipts only</source>
        <translation>chỉ có biên nhận</translation>
    </message>
    <message>
        <source>Packed for %1: %2
%3, %4, without identity. Read back and verified.</source>
        <translation>Đã đóng gói cho %1: %2
%3, %4, không kèm danh tính. Đã đọc lại và kiểm tra.</translation>
    </message>
    <message>
        <source>Files that came</source>
        <translation>Tệp đã nhận</translation>
    </message>
    <message>
        <source>Packages (*.maiam)</source>
        <translation>Gói (*.maiam)</translation>
    </message>
    <message>
        <source>Checking the files…</source>
        <translation>Đang kiểm tra tệp…</translation>
    </message>
    <message>
        <source>Taking in the packages…</source>
        <translation>Đang nhận gói…</translation>
    </message>
    <message>
        <source>Save this office&apos;s card</source>
        <translation>Lưu thẻ của đơn vị</translation>
    </message>
    <message>
        <source>card</source>
        <translation>the-don-vi</translation>
    </message>
    <message>
        <source>Office cards (*.txt)</source>
        <translation>Thẻ đơn vị (*.txt)</translation>
    </message>
    <message>
        <source>The card is saved: %1</source>
        <translation>Đã lưu thẻ: %1</translation>
    </message>
    <message>
        <source>The card could not be saved there: the folder may be full or write-protected. Choose another folder.</source>
        <translation>Không lưu được thẻ vào đó: thư mục có thể đã đầy hoặc bị chặn ghi. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>Open a card</source>
        <translation>Mở thẻ</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>This file cannot be read as an office&apos;s card. Choose the card file that the other office gave you.</source>
        <translation>Tệp này không đọc được như thẻ đơn vị. Hãy chọn đúng tệp thẻ mà đơn vị kia đã gửi.</translation>
    </message>
    <message>
        <source>%1
%2, unit %3</source>
        <translation>%1
%2, đơn vị %3</translation>
    </message>
    <message>
        <source>provincial office</source>
        <translation>cơ quan cấp tỉnh</translation>
    </message>
    <message>
        <source>commune&apos;s office</source>
        <translation>cơ quan cấp xã</translation>
    </message>
    <message>
        <source>Six groups of five digits. Ring the office at a number that you know yourself.</source>
        <translation>Sáu nhóm, mỗi nhóm năm chữ số. Hãy gọi theo số điện thoại mà anh/chị đã biết từ trước.</translation>
    </message>
    <message>
        <source>Keeping the card…</source>
        <translation>Đang lưu thẻ…</translation>
    </message>
    <message>
        <source>%1 is confirmed. Packages can go there and come from there.</source>
        <translation>Đã xác nhận %1. Từ nay gửi và nhận gói được với đơn vị này.</translation>
    </message>
    <message>
        <source>The province holds our entries up to number %1 (receipt of %2).</source>
        <translation>Sở đã nhận đến mục số %1 (biên nhận %2).</translation>
    </message>
    <message>
        <source>A package to a commune carries its receipt. No record of this office goes along.</source>
        <translation>Gói gửi cho xã mang biên nhận của xã đó. Không có mục ghi nào của cơ quan này đi kèm.</translation>
    </message>
    <message numerus="yes">
        <source>Not yet sent: %Ln record(s).</source>
        <translation>
            <numerusform>Chưa gửi: %Ln mục.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <translation>
            <numerusform>%Ln mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: from %2, %Ln entry(ies), sealed %3</source>
        <translation>
            <numerusform>%1: từ %2, %Ln mục, đóng gói %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::FailedUnlocks</name>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 phút %2 giây</translation>
    </message>
    <message>
        <source>The count of failed unlocks (register.tries) cannot be written. Check the disk&apos;s room and the right to write into the register&apos;s folder.</source>
        <translation>Không ghi được số lần mở sổ không thành công (register.tries). Hãy kiểm tra chỗ trống trên đĩa và quyền ghi vào thư mục sổ.</translation>
    </message>
    <message>
        <source>The passphrase was wrong %1 times. Wait %2, then try again.</source>
        <translation>Cụm mật khẩu đã sai %1 lần. Chờ %2 rồi thử lại.</translation>
    </message>
</context>
<context>
    <name>maiam::FieldEditor</name>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>cần</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>không cần</translation>
    </message>
    <message>
        <source>understood as %1, %2</source>
        <translation>hiểu là %1, %2</translation>
    </message>
    <message>
        <source>understood as %1</source>
        <translation>hiểu là %1</translation>
    </message>
    <message>
        <source>A whole number is wanted here, such as 12.</source>
        <translation>Ở đây cần một số nguyên, ví dụ 12.</translation>
    </message>
    <message>
        <source>What was pasted was in the letters of an old font and has been turned into Unicode. Look whether it is right; Ctrl+Z brings the pasted text back.</source>
        <translation>Chữ vừa dán theo bảng mã cũ, đã được đổi sang Unicode. Hãy xem lại; bấm Ctrl+Z để trả lại chữ đã dán.</translation>
    </message>
    <message>
        <source>This text has %1 letters; there is room for %2. Shorten it here, or put what is left over into another field.</source>
        <translation>Đoạn này có %1 chữ cái, ô này chứa được %2. Hãy rút ngắn, hoặc ghi phần còn lại vào ô khác.</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>chưa chọn</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>bản %1</translation>
    </message>
</context>
<context>
    <name>maiam::FirstHoursCard</name>
    <message>
        <source>The first hours</source>
        <translation>Những giờ đầu</translation>
    </message>
    <message>
        <source>1. Where is the child, and is it safe?</source>
        <translation>1. Trẻ đang ở đâu, có an toàn không?</translation>
    </message>
    <message>
        <source>2. Call the commune&apos;s police if the child is threatened.</source>
        <translation>2. Gọi công an xã nếu trẻ đang bị đe dọa.</translation>
    </message>
    <message>
        <source>3. Form 02 comes before a decision.</source>
        <translation>3. Lập Mẫu 02 trước khi quyết định.</translation>
    </message>
    <message>
        <source>4. Keep the evidence; do not question the child yourself.</source>
        <translation>4. Giữ nguyên chứng cứ; không tự lấy lời khai của trẻ.</translation>
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
    <message>
        <source>Restore from a backup…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>The PC was locked or left alone: the passphrase and the recovery key of this first start were thrown away. Go on with &quot;Next&quot; for new ones. If you have printed the recovery key, destroy the paper: it opens nothing.</source>
        <translation>Máy đã bị khóa hoặc để không: cụm mật khẩu và khóa khôi phục của lần đầu sử dụng này đã bị bỏ. Bấm &quot;Tiếp tục&quot; để có cái mới. Nếu đã in khóa khôi phục thì hủy tờ giấy đó: nó không mở được gì.</translation>
    </message>
    <message>
        <source>The PC was locked or left alone: the passphrase of this first start was thrown away. Go on with &quot;Next&quot; for a new one.</source>
        <translation>Máy đã bị khóa hoặc để không: cụm mật khẩu của lần đầu sử dụng này đã bị bỏ. Bấm &quot;Tiếp tục&quot; để có cụm mới.</translation>
    </message>
    <message>
        <source>The recovery key was not printed here.</source>
        <translation>Khóa khôi phục chưa được in.</translation>
    </message>
    <message>
        <source>It is shown this once and kept nowhere. If the passphrase is forgotten and the key is not on paper, nobody can open the register any more. Print it now; go on only if you have copied all eight groups by hand.</source>
        <translation>Khóa này chỉ hiện một lần và không được lưu ở đâu. Quên cụm mật khẩu mà không có khóa trên giấy thì không ai mở được sổ nữa. Hãy in ngay; chỉ đi tiếp khi anh/chị đã chép tay đủ tám nhóm.</translation>
    </message>
    <message>
        <source>It is copied by hand, &amp;go on</source>
        <translation>Đã chép tay, đi &amp;tiếp</translation>
    </message>
    <message>
        <source>Back to printing</source>
        <translation>Quay lại để in</translation>
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
    <name>maiam::FormDraft</name>
    <message>
        <source>There is a draft of %1, not saved.</source>
        <translation>Có bản nháp lúc %1, chưa lưu.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Viết tiếp bản nháp</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>The draft is not kept yet: %1</source>
        <translation>Chưa giữ được bản nháp: %1</translation>
    </message>
    <message>
        <source>The draft of %1 was thrown away.</source>
        <translation>Đã bỏ bản nháp lúc %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Get it back</source>
        <translation>Lấy lại</translation>
    </message>
</context>
<context>
    <name>maiam::GuidePage</name>
    <message>
        <source>User guide</source>
        <translation>Hướng dẫn sử dụng</translation>
    </message>
</context>
<context>
    <name>maiam::HandoverConfirmStep</name>
    <message>
        <source>What happens now</source>
        <translation>Việc sẽ diễn ra</translation>
    </message>
    <message>
        <source>Passphrase of the person who takes &amp;over</source>
        <translation>Cụm mật khẩu của người &amp;nhận</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>%1 takes over from %2, as: %3.</source>
        <translation>%1 nhận bàn giao từ %2, với vai trò: %3.</translation>
    </message>
    <message>
        <source>%1 stays as viewer.</source>
        <translation>%1 ở lại làm người xem.</translation>
    </message>
    <message>
        <source>%1 is removed and no longer opens the register. The register key stays.</source>
        <translation>%1 bị xóa khỏi sổ, không mở sổ được nữa. Khóa sổ giữ nguyên.</translation>
    </message>
    <message>
        <source>%1 is removed, and the register key is changed.</source>
        <translation>%1 bị xóa khỏi sổ và khóa sổ được đổi.</translation>
    </message>
    <message>
        <source>The program locks at the end, and %1 unlocks it. Until the button is pressed, nothing has changed.</source>
        <translation>Xong thì chương trình khóa lại, %1 là người mở. Chưa bấm nút thì chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Until the button is pressed, nothing has changed.</source>
        <translation>Chưa bấm nút thì chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Only the administrator of this office may carry this out. The record can be printed and signed now; then let the administrator open this page.</source>
        <translation>Chỉ người quản trị của đơn vị thực hiện được bước này. Biên bản vẫn in và ký được ngay; sau đó nhờ người quản trị mở trang này.</translation>
    </message>
    <message>
        <source>%1 sits at the keyboard now and types the passphrase alone. Nobody else needs to know it.</source>
        <translation>%1 ngồi vào bàn phím và tự gõ cụm mật khẩu. Không ai khác cần biết cụm mật khẩu này.</translation>
    </message>
    <message>
        <source>%1 sits at the keyboard now and confirms with the own passphrase.</source>
        <translation>%1 ngồi vào bàn phím và xác nhận bằng cụm mật khẩu của mình.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Hãy gõ cụm mật khẩu.</translation>
    </message>
</context>
<context>
    <name>maiam::HandoverLeavingStep</name>
    <message>
        <source>Stays as &amp;viewer</source>
        <translation>Ở lại làm n&amp;gười xem</translation>
    </message>
    <message>
        <source>Opens the register with the own passphrase and looks; writes nothing any more. For somebody who has to help for a while.</source>
        <translation>Vẫn mở sổ bằng cụm mật khẩu của mình để xem, không ghi gì nữa. Dùng khi người đó còn phải giúp một thời gian.</translation>
    </message>
    <message>
        <source>Is re&amp;moved, the register key stays</source>
        <translation>&amp;Xóa khỏi sổ, giữ khóa sổ</translation>
    </message>
    <message>
        <source>No longer opens the register. A copy of the old keys file, if there is one, still opens a copy of the register with the old passphrase. For somebody who leaves in the ordinary way.</source>
        <translation>Không mở sổ được nữa. Nếu có bản chép cũ của tệp khóa thì bản đó cùng cụm mật khẩu cũ vẫn mở được bản chép của sổ. Dùng khi người đó chuyển việc bình thường.</translation>
    </message>
    <message>
        <source>Is removed, and the register &amp;key is changed</source>
        <translation>Xóa khỏi sổ và đổi &amp;khóa sổ</translation>
    </message>
    <message>
        <source>The register is written anew under another key; it takes about a minute, and the passphrases of the others stay. Old copies of the keys file open old copies of the register only. When the person leaves in anger or may have kept a copy.</source>
        <translation>Sổ được ghi lại bằng khóa khác; mất khoảng một phút, những người còn lại giữ cụm mật khẩu cũ. Bản chép cũ của tệp khóa chỉ còn mở được bản chép cũ của sổ. Dùng khi người đó nghỉ vì vi phạm hoặc có thể đã giữ bản chép.</translation>
    </message>
    <message>
        <source>Print a &amp;new recovery key along</source>
        <translation>I&amp;n kèm khóa khôi phục mới</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Sau bàn giao</translation>
    </message>
    <message>
        <source>What becomes of %1?</source>
        <translation>Sau bàn giao, %1 còn mở được sổ không?</translation>
    </message>
    <message>
        <source>When the person may know the recovery key in the envelope. Otherwise the envelope stays valid.</source>
        <translation>Dùng khi người này có thể biết khóa khôi phục trong phong bì. Nếu không, phong bì vẫn có giá trị.</translation>
    </message>
    <message>
        <source>Needed here: the recovery key on paper was made by an earlier version and cannot stay when the register key changes.</source>
        <translation>Lần này phải in: khóa khôi phục trên giấy do phiên bản cũ tạo ra, không dùng tiếp được khi đổi khóa sổ.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has typed %n form(s) and not saved them; the page &quot;Today&quot; lists them. The person should save them or throw them away before the hand-over. What is left goes to a colleague who may write when the person is removed, and stays with the person who becomes a viewer.</source>
        <translation>
            <numerusform>%1 còn %n bản nháp chưa lưu; trang &quot;Hôm nay&quot; có liệt kê. Người này nên lưu hoặc bỏ trước khi bàn giao. Bản nháp còn lại sẽ sang một đồng nghiệp được ghi hồ sơ khi người này rời sổ, và vẫn là của người này nếu ở lại làm người xem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Needed here: an earlier change of the register key was to come with a new recovery key and has not been made yet.</source>
        <translation>Lần này phải in: lần đổi khóa sổ trước chưa xong và phải có khóa khôi phục mới kèm theo.</translation>
    </message>
</context>
<context>
    <name>maiam::HandoverPage</name>
    <message>
        <source>Hand over the post</source>
        <translation>Bàn giao công việc</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Đang đọc</translation>
    </message>
    <message>
        <source>Steps of the hand-over</source>
        <translation>Các bước bàn giao</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Quay &amp;lại</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Tiế&amp;p tục</translation>
    </message>
    <message>
        <source>&amp;Carry out the hand-over</source>
        <translation>&amp;Bàn giao</translation>
    </message>
    <message>
        <source>Storing; this takes a moment</source>
        <translation>Đang lưu; mất một chút thời gian</translation>
    </message>
</context>
<context>
    <name>maiam::HandoverPaperStep</name>
    <message>
        <source>&amp;Full names of the children (else case codes and initials)</source>
        <translation>Ghi đủ &amp;họ tên trẻ em (nếu không: mã hồ sơ, chữ cái đầu)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Lưu P&amp;DF…</translation>
    </message>
    <message>
        <source>The record is filed: whoever opens the cupboard reads it. Codes are enough for who has the register.</source>
        <translation>Biên bản được lưu hồ sơ: ai mở tủ cũng đọc được. Người có sổ chỉ cần mã là tra ra.</translation>
    </message>
    <message>
        <source>The record of the hand-over</source>
        <translation>Biên bản bàn giao</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Biên bản</translation>
    </message>
    <message>
        <source>The record lies unprotected in %1: whoever opens the file reads it. Print it, then delete the file.</source>
        <translation>Biên bản nằm ở %1, không được bảo vệ: ai mở tệp cũng đọc được. In xong hãy xóa tệp.</translation>
    </message>
    <message>
        <source>The record was given to the printer. Go on when the three have signed it.</source>
        <translation>Đã gửi biên bản tới máy in. Ba bên ký xong thì làm bước tiếp theo.</translation>
    </message>
    <message>
        <source>Save the record as PDF</source>
        <translation>Lưu biên bản thành PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Tài liệu PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>maiam::HandoverPeopleStep</name>
    <message>
        <source>Who</source>
        <translation>Ai giao, ai nhận</translation>
    </message>
    <message>
        <source>Person who &amp;hands over</source>
        <translation>N&amp;gười giao</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Somebody ne&amp;w</source>
        <translation>Người &amp;mới</translation>
    </message>
    <message>
        <source>Somebody who is here &amp;already</source>
        <translation>Người đã có trong &amp;sổ</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>&amp;Họ và tên</translation>
    </message>
    <message>
        <source>P&amp;erson who takes over</source>
        <translation>&amp;Người nhận</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>&amp;Chức vụ</translation>
    </message>
    <message>
        <source>Who signs for the People&apos;s Committee, or as a witness</source>
        <translation>Đại diện Ủy ban nhân dân hoặc người chứng kiến</translation>
    </message>
    <message>
        <source>Full name of the w&amp;itness</source>
        <translation>Họ tên người chứng &amp;kiến</translation>
    </message>
    <message>
        <source>Post of the wi&amp;tness</source>
        <translation>Chức vụ người chứng k&amp;iến</translation>
    </message>
    <message>
        <source>What is left empty is a dotted line on the record, to be filled in by hand.</source>
        <translation>Ô để trống thì biên bản có dòng chấm để ghi tay.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>name, role</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>maiam::HandoverPlacesStep</name>
    <message>
        <source>Where things lie</source>
        <translation>Nơi để</translation>
    </message>
    <message>
        <source>&amp;Paper dossiers</source>
        <translation>&amp;Hồ sơ giấy</translation>
    </message>
    <message>
        <source>Which cupboard, how many, who has its key</source>
        <translation>Tủ nào, bao nhiêu, ai giữ chìa khóa</translation>
    </message>
    <message>
        <source>&amp;USB sticks and other media</source>
        <translation>&amp;USB, ổ đĩa</translation>
    </message>
    <message>
        <source>How many, what for, where</source>
        <translation>Mấy chiếc, dùng để làm gì, để ở đâu</translation>
    </message>
    <message>
        <source>The &amp;envelope with the recovery key</source>
        <translation>Ph&amp;ong bì khóa khôi phục</translation>
    </message>
    <message>
        <source>Who keeps it, whether it is sealed. Never write the key itself here.</source>
        <translation>Ai giữ, còn niêm phong không. Không ghi chính khóa vào đây.</translation>
    </message>
    <message>
        <source>&amp;Other things</source>
        <translation>&amp;Vật khác</translation>
    </message>
    <message>
        <source>Keys, the PC, accounts that are handed over</source>
        <translation>Chìa khóa, máy tính, tài khoản được giao</translation>
    </message>
    <message>
        <source>What is not in the register</source>
        <translation>Việc không có trong sổ</translation>
    </message>
    <message>
        <source>&amp;Letters and requests not answered yet</source>
        <translation>&amp;Công văn, yêu cầu chưa trả lời</translation>
    </message>
    <message>
        <source>One a line: from whom, number and date, until when. Case codes instead of children&apos;s names.</source>
        <translation>Mỗi việc một dòng: của ai, số, ngày, hạn trả lời. Ghi mã hồ sơ, không ghi tên trẻ.</translation>
    </message>
    <message>
        <source>Erasure by decision %1 of %2, %3</source>
        <translation>Hủy dữ liệu theo quyết định %1 ngày %2, %3</translation>
    </message>
    <message>
        <source>an office not known here</source>
        <translation>đơn vị chưa biết ở đây</translation>
    </message>
    <message>
        <source>These requests come onto the record by themselves; do not write them here:</source>
        <translation>Các yêu cầu sau tự có trong biên bản, không ghi lại ở đây:</translation>
    </message>
</context>
<context>
    <name>maiam::HandoverWork</name>
    <message>
        <source>The post is handed over: %1 opens the register from now on.</source>
        <translation>Đã bàn giao: từ nay %1 mở sổ.</translation>
    </message>
</context>
<context>
    <name>maiam::HistoryCard</name>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Report taken in</source>
        <translation>Tiếp nhận tin</translation>
    </message>
    <message>
        <source>Child entered</source>
        <translation>Ghi thông tin trẻ</translation>
    </message>
    <message>
        <source>Form 02 recorded</source>
        <translation>Mẫu 02 xong</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Đã xóa</translation>
    </message>
    <message>
        <source>%1: written</source>
        <translation>%1: đã ghi</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1: đã bỏ</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1: đã sửa</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>để trống</translation>
    </message>
    <message numerus="yes">
        <source>and %n more field(s)</source>
        <translation>
            <numerusform>và %n mục thông tin khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n change(s)</source>
        <translation>
            <numerusform>Xem cả %Ln thay đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>Report taken in, source: %1</source>
        <translation>Tiếp nhận tin, nguồn: %1</translation>
    </message>
    <message>
        <source>Form 02 recorded, conclusion: %1</source>
        <translation>Mẫu 02 xong, kết luận: %1</translation>
    </message>
    <message>
        <source>From the old workbook</source>
        <translation>Nhập từ sổ cũ</translation>
    </message>
    <message>
        <source>Fictional data</source>
        <translation>Số liệu mẫu</translation>
    </message>
    <message>
        <source>The chairman lets the plan stand as it is</source>
        <translation>Chủ tịch đồng ý giữ nguyên kế hoạch</translation>
    </message>
    <message>
        <source>Data erased by %1</source>
        <translation>Hủy dữ liệu theo %1</translation>
    </message>
</context>
<context>
    <name>maiam::HoldsCard</name>
    <message>
        <source>Reasons to keep this file</source>
        <translation>Lý do phải giữ hồ sơ này</translation>
    </message>
    <message>
        <source>As long as one of them holds, nothing of the file is erased.</source>
        <translation>Còn một lý do thì không được hủy gì trong hồ sơ này.</translation>
    </message>
    <message>
        <source>Another &amp;reason</source>
        <translation>Thêm lý &amp;do</translation>
    </message>
    <message>
        <source>&amp;Keep the file</source>
        <translation>&amp;Phải giữ hồ sơ</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, từ %2</translation>
    </message>
    <message>
        <source>This reason has ended</source>
        <translation>Lý do này đã hết</translation>
    </message>
    <message>
        <source>%1: this reason has ended</source>
        <translation>%1: lý do này đã hết</translation>
    </message>
    <message>
        <source>None at present.</source>
        <translation>Hiện không có.</translation>
    </message>
    <message>
        <source>Choose why the file must be kept.</source>
        <translation>Hãy chọn vì sao phải giữ hồ sơ.</translation>
    </message>
</context>
<context>
    <name>maiam::ImportPage</name>
    <message>
        <source>Take in an old workbook</source>
        <translation>Nhập sổ cũ</translation>
    </message>
    <message>
        <source>&amp;Choose a workbook…</source>
        <translation>&amp;Chọn sổ cũ…</translation>
    </message>
    <message>
        <source>&amp;Save the list of problems…</source>
        <translation>&amp;Lưu danh sách cần xem…</translation>
    </message>
    <message>
        <source>&amp;Take into the register</source>
        <translation>&amp;Nhập vào sổ</translation>
    </message>
    <message>
        <source>Choose the workbook in which the office kept its children until now (xlsx, ods, xls or csv). It is read and shown first; nothing is written before you have looked through it. The file itself is not changed.</source>
        <translation>Hãy chọn tệp sổ theo dõi trẻ em mà đơn vị đang dùng (xlsx, ods, xls hoặc csv). Tệp được đọc và hiển thị trước; chưa ghi gì khi anh/chị chưa xem. Tệp gốc không bị thay đổi.</translation>
    </message>
    <message>
        <source>rows with a child</source>
        <translation>dòng có trẻ</translation>
    </message>
    <message>
        <source>new children</source>
        <translation>trẻ mới</translation>
    </message>
    <message>
        <source>new cases</source>
        <translation>hồ sơ mới</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>Weight of the problems</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Search in rows, columns and reasons</source>
        <translation>Tìm theo dòng, cột, lý do</translation>
    </message>
    <message>
        <source>Problems of the workbook</source>
        <translation>Những chỗ cần xem lại</translation>
    </message>
    <message>
        <source>The first rows, as they will stand in the register</source>
        <translation>Những dòng đầu, như sẽ ghi vào sổ</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Những dòng đầu</translation>
    </message>
    <message>
        <source>The columns, and what they were taken as</source>
        <translation>Các cột và cách hiểu</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Các cột</translation>
    </message>
    <message>
        <source>Choose the old workbook</source>
        <translation>Chọn sổ cũ</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx *.ods *.xls *.csv)</source>
        <translation>Bảng tính (*.xlsx *.ods *.xls *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing was written.</source>
        <translation>Đã dừng đọc. Chưa ghi gì.</translation>
    </message>
    <message>
        <source>Reading the workbook…</source>
        <translation>Đang đọc sổ cũ…</translation>
    </message>
    <message>
        <source>Everything in this workbook is in the register already.</source>
        <translation>Mọi dòng trong tệp này đã có trong sổ.</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Tất cả (%1)</translation>
    </message>
    <message>
        <source>Taking in the workbook…</source>
        <translation>Đang nhập sổ…</translation>
    </message>
    <message>
        <source>The workbook is in the register: %1 new children, %2 new cases, %3 rows known already. Places to look at: %4.</source>
        <translation>Đã nhập vào sổ: %1 trẻ mới, %2 hồ sơ mới, %3 dòng đã có. Chỗ cần xem lại: %4.</translation>
    </message>
    <message>
        <source>Save the list of problems</source>
        <translation>Lưu danh sách cần xem lại</translation>
    </message>
    <message>
        <source>to-look-at</source>
        <translation>can-xem-lai</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Bảng tính (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation>Đang lưu danh sách…</translation>
    </message>
    <message>
        <source>The list is saved: %1</source>
        <translation>Đã lưu danh sách: %1</translation>
    </message>
</context>
<context>
    <name>maiam::IncidentPage</name>
    <message>
        <source>Record a data leak</source>
        <translation>Ghi sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>Data leak</source>
        <translation>Sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>&amp;The notice…</source>
        <translation>Thông &amp;báo…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>It was found out just now</source>
        <translation>Vừa phát hiện lúc này</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Sự việc</translation>
    </message>
    <message>
        <source>For example: 08:05 24/11</source>
        <translation>Ví dụ: 08:05 24/11</translation>
    </message>
    <message>
        <source>What got out</source>
        <translation>Dữ liệu bị lộ</translation>
    </message>
    <message>
        <source>What is done about it</source>
        <translation>Đã và sẽ làm gì</translation>
    </message>
    <message>
        <source>name, post, telephone of the official</source>
        <translation>họ tên, chức vụ, điện thoại của cán bộ</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>The notice was sent just &amp;now</source>
        <translation>&amp;Vừa gửi thông báo</translation>
    </message>
    <message>
        <source>When all is settled</source>
        <translation>Khi đã xong</translation>
    </message>
    <message>
        <source>&amp;Closed now</source>
        <translation>&amp;Kết thúc lúc này</translation>
    </message>
    <message>
        <source>A closed leak stays in the list. It is kept for at least five years; nobody can delete it.</source>
        <translation>Sự cố đã kết thúc vẫn nằm trong danh sách, giữ ít nhất 5 năm; không ai xóa được.</translation>
    </message>
    <message>
        <source>What the law says</source>
        <translation>Luật quy định gì</translation>
    </message>
    <message>
        <source>No names</source>
        <translation>Không ghi tên</translation>
    </message>
    <message>
        <source>It stays in this office and does not go along in packages for the province.</source>
        <translation>Bản ghi ở lại đơn vị, không đi theo gói gửi Sở.</translation>
    </message>
    <message>
        <source>&amp;Who looked at this file</source>
        <translation>&amp;Ai đã xem hồ sơ này</translation>
    </message>
    <message>
        <source>72 hours</source>
        <translation>72 giờ</translation>
    </message>
    <message>
        <source>They run from when the leak was found out, not from the typing. Type when that was.</source>
        <translation>Tính từ lúc phát hiện sự cố, không tính từ lúc ghi. Hãy ghi lúc phát hiện.</translation>
    </message>
    <message>
        <source>72 hours from %1, %2</source>
        <translation>72 giờ tính từ %1, %2</translation>
    </message>
    <message>
        <source>Nothing has changed since it was saved.</source>
        <translation>Không có gì thay đổi từ lần lưu trước.</translation>
    </message>
    <message>
        <source>The leak is saved.</source>
        <translation>Đã lưu sự cố.</translation>
    </message>
    <message>
        <source>For example: 27/11</source>
        <translation>ví dụ 27/11</translation>
    </message>
    <message>
        <source>Leave it empty when it is not known.</source>
        <translation>Để trống nếu chưa rõ.</translation>
    </message>
</context>
<context>
    <name>maiam::IncidentsPage</name>
    <message>
        <source>Found out</source>
        <translation>Phát hiện lúc</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Sự việc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>No leak is recorded. When a stick, a file or a message with children&apos;s data got lost or into wrong hands, record it here at once: the program counts the 72 hours and fills in the notice.</source>
        <translation>Chưa ghi sự cố nào. Khi USB, hồ sơ, tin nhắn có dữ liệu trẻ em bị mất hoặc đến tay người khác, hãy ghi ngay ở đây: chương trình tính 72 giờ và soạn sẵn thông báo.</translation>
    </message>
    <message>
        <source>Data leaks</source>
        <translation>Sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>+ &amp;Record a leak</source>
        <translation>+ &amp;Ghi sự cố</translation>
    </message>
    <message>
        <source>Data leaks, newest first. Enter opens one.</source>
        <translation>Các sự cố lộ dữ liệu, mới nhất ở trên. Enter mở một sự cố.</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>Việc làm trước tiên</translation>
    </message>
    <message>
        <source>1. Stop it: ask for it back, have it taken down, change passphrases, lock the room.</source>
        <translation>1. Chặn lại: đòi lại, yêu cầu gỡ, đổi cụm mật khẩu, khóa phòng.</translation>
    </message>
    <message>
        <source>2. Tell the head of the office. A child who is now in danger: 113, 111.</source>
        <translation>2. Báo lãnh đạo. Trẻ đang gặp nguy hiểm vì sự cố: gọi 113, 111.</translation>
    </message>
    <message>
        <source>3. Record here when it was found out and what is known; the rest can follow.</source>
        <translation>3. Ghi ở đây lúc phát hiện và những gì đã biết; phần còn lại ghi sau.</translation>
    </message>
    <message>
        <source>4. Open the notice, correct it, print it, have it signed and sent within 72 hours.</source>
        <translation>4. Mở thông báo, sửa, in, trình ký và gửi trong 72 giờ.</translation>
    </message>
    <message>
        <source>What the law says</source>
        <translation>Luật quy định gì</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>Chưa ghi loại sự cố</translation>
    </message>
    <message numerus="yes">
        <source>about %n child(ren)</source>
        <translation>
            <numerusform>khoảng %n trẻ</numerusform>
        </translation>
    </message>
    <message>
        <source>number of children not known</source>
        <translation>chưa rõ số trẻ</translation>
    </message>
    <message>
        <source>two machines wrote it differently</source>
        <translation>hai máy ghi khác nhau</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>chưa gửi</translation>
    </message>
    <message numerus="yes">
        <source>%n leak(s)</source>
        <translation>
            <numerusform>%n sự cố</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::IntakePage</name>
    <message>
        <source>Take a report</source>
        <translation>Tiếp nhận thông tin</translation>
    </message>
    <message>
        <source>Form 01 · the time and one line are enough to save</source>
        <translation>Mẫu 01 · chỉ cần thời điểm và một dòng là lưu được</translation>
    </message>
    <message>
        <source>&amp;Received at</source>
        <translation>Thời đ&amp;iểm tiếp nhận</translation>
    </message>
    <message>
        <source>23:40 yesterday</source>
        <translation>23:40 hôm qua</translation>
    </message>
    <message>
        <source>111 received at</source>
        <translation>111 tiếp nhận lúc</translation>
    </message>
    <message>
        <source>&amp;By way of</source>
        <translation>Thông &amp;qua</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>Ng&amp;uồn tin</translation>
    </message>
    <message>
        <source>&amp;What happened, and where</source>
        <translation>&amp;Việc gì, ở đâu</translation>
    </message>
    <message>
        <source>&amp;Name of the child</source>
        <translation>&amp;Họ tên trẻ</translation>
    </message>
    <message>
        <source>Born / &amp;about how old</source>
        <translation>Ngà&amp;y sinh / khoảng mấy tuổi</translation>
    </message>
    <message>
        <source>about 9 years old</source>
        <translation>khoảng 9 tuổi</translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation>&amp;Giới tính</translation>
    </message>
    <message>
        <source>It is another child</source>
        <translation>Đây là trẻ khác</translation>
    </message>
    <message>
        <source>Where the child &amp;lives</source>
        <translation>Nơi ở của t&amp;rẻ</translation>
    </message>
    <message>
        <source>Where it ha&amp;ppened</source>
        <translation>Nơi xảy r&amp;a</translation>
    </message>
    <message>
        <source>The child&apos;s present &amp;condition</source>
        <translation>Tình trạng hiện tại &amp;của trẻ</translation>
    </message>
    <message>
        <source>Who &amp;cares for the child now</source>
        <translation>Ai đang chă&amp;m sóc trẻ</translation>
    </message>
    <message>
        <source>&amp;Kind of abuse</source>
        <translation>Hình thức &amp;xâm hại</translation>
    </message>
    <message>
        <source>Reporter (not needed, kept secret)</source>
        <translation>Người báo tin (không bắt buộc, giữ kín)</translation>
    </message>
    <message>
        <source>Father and mother</source>
        <translation>Cha và mẹ</translation>
    </message>
    <message>
        <source>Suspected person</source>
        <translation>Người bị nghi</translation>
    </message>
    <message>
        <source>Done before the report came in</source>
        <translation>Việc đã làm trước khi tiếp nhận</translation>
    </message>
    <message>
        <source>&amp;Save, open Form 02</source>
        <translation>&amp;Lưu, mở Mẫu 02</translation>
    </message>
    <message>
        <source>Save in the re&amp;gister of reports</source>
        <translation>Lưu vào &amp;sổ tiếp nhận</translation>
    </message>
    <message>
        <source>draft kept %1</source>
        <translation>đã lưu nháp %1</translation>
    </message>
    <message>
        <source>Child of the register: %1. What the register holds about it stays as it is.</source>
        <translation>Trẻ đã có trong sổ: %1. Thông tin của trẻ đang có trong sổ được giữ nguyên.</translation>
    </message>
    <message>
        <source>This time has not come yet. Correct the time of reception.</source>
        <translation>Giờ này chưa tới. Hãy sửa lại giờ tiếp nhận.</translation>
    </message>
</context>
<context>
    <name>maiam::KeyChangePage</name>
    <message>
        <source>The sheets lie unprotected in %1. Print them on paper, then delete the file, also from the recycle bin.</source>
        <translation>Hai tờ đang nằm không được bảo vệ trong %1. Hãy in ra giấy rồi xóa tệp, kể cả trong thùng rác.</translation>
    </message>
    <message>
        <source>A new recovery key</source>
        <translation>Khóa khôi phục mới</translation>
    </message>
    <message>
        <source>Escrow sheets for the province</source>
        <translation>Phần ký gửi cho cơ quan cấp tỉnh</translation>
    </message>
    <message>
        <source>Change the register key</source>
        <translation>Đổi khóa sổ</translation>
    </message>
    <message>
        <source>&amp;Change the register key</source>
        <translation>Đổi khó&amp;a sổ</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Việc sẽ diễn ra</translation>
    </message>
    <message>
        <source>The register is closed, written anew under another key, checked, and opened again. Nothing is lost when the power fails meanwhile: the next start goes on where it ended. It takes about a minute.</source>
        <translation>Sổ được đóng lại, ghi mới bằng khóa khác, kiểm tra rồi mở ra. Mất điện giữa chừng cũng không mất gì: lần mở sau làm tiếp. Việc này mất khoảng một phút.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>The recovery key printed before opens nothing any more, except backups and copies made until today.</source>
        <translation>Khóa khôi phục in trước đây không mở được gì nữa, trừ bản sao lưu và bản chép làm đến hôm nay.</translation>
    </message>
    <message>
        <source>Backups and copies made until today still open with the passphrases and papers of their day. Keep them locked up; they age out.</source>
        <translation>Bản sao lưu và bản chép làm đến hôm nay vẫn mở được bằng cụm mật khẩu và giấy của ngày đó. Hãy cất trong tủ khóa; bản cũ sẽ dần được thay.</translation>
    </message>
    <message>
        <source>If the office loses passphrase and recovery key, two people of the province open the register together. Each gets one sheet in a sealed envelope; one sheet alone says nothing. The sheets are not kept on this PC.</source>
        <translation>Nếu đơn vị mất cả cụm mật khẩu và khóa khôi phục, hai người của cơ quan cấp tỉnh cùng nhau mở được sổ. Mỗi người giữ một tờ trong phong bì niêm phong; một tờ riêng lẻ không mở được gì. Hai tờ này không được lưu trên máy.</translation>
    </message>
    <message>
        <source>P&amp;rint both sheets…</source>
        <translation>&amp;In cả hai tờ…</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>Tờ số %1</translation>
    </message>
    <message>
        <source>Type one group from each sheet, so that we know they can be read.</source>
        <translation>Nhập một nhóm của mỗi tờ để chắc rằng đọc được.</translation>
    </message>
    <message>
        <source>Sheet 1, group &amp;number %1</source>
        <translation>Tờ 1, &amp;nhóm số %1</translation>
    </message>
    <message>
        <source>Sheet 2, group n&amp;umber %1</source>
        <translation>Tờ 2, nhó&amp;m số %1</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Đang đọc</translation>
    </message>
    <message>
        <source>The recovery key on paper was made by an earlier version and cannot stay when the register key changes. Print a new one along with the change.</source>
        <translation>Khóa khôi phục trên giấy do phiên bản trước lập nên không giữ được khi đổi khóa sổ. Hãy in khóa mới cùng lúc với việc đổi khóa.</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>Khóa khôi phục mới…</translation>
    </message>
    <message>
        <source>These people go on with their passphrases: %1.</source>
        <translation>Những người này vẫn dùng cụm mật khẩu của mình: %1.</translation>
    </message>
    <message>
        <source>These have not opened the register with this version yet, so you must set a new passphrase for them afterwards: %1.</source>
        <translation>Những người này chưa mở sổ bằng phiên bản này, nên sau đó phải đặt cụm mật khẩu mới cho họ: %1.</translation>
    </message>
    <message>
        <source>This is not the group on that sheet. Look at its number on the paper.</source>
        <translation>Không đúng nhóm trên tờ đó. Hãy xem số thứ tự của nhóm trên giấy.</translation>
    </message>
    <message>
        <source>What stood here before the lock is kept nowhere. Below is a new key: print it, and destroy what was printed before.</source>
        <translation>Khóa hiện ở đây trước khi khóa sổ không được giữ ở đâu cả. Bên dưới là khóa mới: in khóa này và hủy tờ đã in trước đó.</translation>
    </message>
    <message>
        <source>Your own passphrase cannot go along yet, since the register has not seen it since it was set. Lock the register, unlock it again, then change the key.</source>
        <translation>Cụm mật khẩu của chính anh/chị chưa đi theo được, vì từ khi đặt sổ chưa thấy cụm mật khẩu này. Hãy khóa sổ, mở lại, rồi đổi khóa.</translation>
    </message>
    <message>
        <source>A new recovery key was to come with this change: the one on paper from before is not to hold any more. Print a new one along with the change.</source>
        <translation>Lần đổi khóa này phải kèm khóa khôi phục mới: khóa khôi phục cũ trên giấy không được dùng nữa. Hãy in khóa mới cùng lần đổi khóa.</translation>
    </message>
</context>
<context>
    <name>maiam::KeyChanger</name>
    <message>
        <source>The register key is being changed by a program that is still running. Wait a moment and try again.</source>
        <translation>Một chương trình đang chạy đang đổi khóa sổ. Hãy đợi một lát rồi thử lại.</translation>
    </message>
    <message>
        <source>The new register key is ready, but the files could not be put in their place: another program (antivirus, backup, an open Explorer window) holds them. Nothing is lost. Close that program and open the register again; the change is then finished by itself.</source>
        <translation>Khóa sổ mới đã sẵn sàng nhưng chưa đặt được các tệp vào chỗ: một chương trình khác (diệt vi-rút, sao lưu, cửa sổ thư mục đang mở) đang giữ chúng. Không mất gì. Hãy đóng chương trình đó rồi mở lại sổ; việc đổi khóa sẽ tự hoàn tất.</translation>
    </message>
    <message>
        <source>A table of the register cannot be counted, so its key was not changed. Make a backup and check the register.</source>
        <translation>Không đếm được một bảng của sổ nên chưa đổi khóa. Hãy sao lưu và kiểm tra sổ.</translation>
    </message>
    <message>
        <source>The disk has too little room to change the register key (%1 MB are needed). Nothing was changed. Free some room and try again.</source>
        <translation>Ổ đĩa không đủ chỗ để đổi khóa sổ (cần %1 MB). Chưa có gì thay đổi. Hãy dọn bớt rồi thử lại.</translation>
    </message>
    <message>
        <source>The copy under the new key does not hold what the register holds. Nothing was changed; the register goes on with its old key. Close other programs that may use it and try again.</source>
        <translation>Bản ghi bằng khóa mới không giống sổ hiện có. Chưa có gì thay đổi; sổ vẫn dùng khóa cũ. Hãy đóng các chương trình khác đang dùng sổ rồi thử lại.</translation>
    </message>
    <message>
        <source>The recovery key on paper was made by an earlier version and cannot go along. Nothing was changed. Print a new recovery key together with this change.</source>
        <translation>Khóa khôi phục trên giấy do phiên bản trước lập nên không mang theo được. Chưa có gì thay đổi. Hãy in khóa khôi phục mới cùng lúc với việc này.</translation>
    </message>
    <message>
        <source>Another program has the register open, so its key was not changed. Close it and try again.</source>
        <translation>Một chương trình khác đang mở sổ nên chưa đổi khóa. Hãy đóng chương trình đó rồi thử lại.</translation>
    </message>
    <message>
        <source>What an earlier change of the register key left behind is held open by another program (antivirus, backup). Nothing was changed. Close that program and try again.</source>
        <translation>Phần còn lại của lần đổi khóa sổ trước đang bị chương trình khác giữ (diệt vi-rút, sao lưu). Chưa có gì thay đổi. Hãy đóng chương trình đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The passphrase of %1 could not go along with the new register key, since the register has not seen it yet. Nothing was changed. Let %1 unlock the register once, then change the key.</source>
        <translation>Cụm mật khẩu của %1 không thể đi theo khóa sổ mới, vì sổ chưa thấy cụm mật khẩu này lần nào. Chưa có gì thay đổi. Để %1 mở sổ một lần, rồi đổi khóa.</translation>
    </message>
    <message>
        <source>A new recovery key was to come with this change, since the one on paper is not to hold any more. Nothing was changed. Print a new recovery key together with this change.</source>
        <translation>Lần đổi khóa này phải kèm khóa khôi phục mới, vì khóa khôi phục trên giấy không được dùng nữa. Chưa có gì thay đổi. Hãy in khóa khôi phục mới cùng lần đổi khóa này.</translation>
    </message>
</context>
<context>
    <name>maiam::KeyEntry</name>
    <message>
        <source>Group %1</source>
        <translation>Nhóm %1</translation>
    </message>
    <message>
        <source>%1, group %2</source>
        <translation>%1, nhóm %2</translation>
    </message>
    <message>
        <source>Group %1 is mistyped. Compare it with the paper and type it again.</source>
        <translation>Nhóm %1 gõ sai. Hãy so với tờ giấy rồi nhập lại.</translation>
    </message>
    <message>
        <source>Group %1 is missing. It stands on the paper under this number.</source>
        <translation>Thiếu nhóm %1. Nhóm này nằm dưới đúng số đó trên giấy.</translation>
    </message>
</context>
<context>
    <name>maiam::KeyGroups</name>
    <message>
        <source>Group %1: %2</source>
        <translation>Nhóm %1: %2</translation>
    </message>
</context>
<context>
    <name>maiam::KeysCard</name>
    <message>
        <source>Keys of the register</source>
        <translation>Khóa của sổ</translation>
    </message>
    <message>
        <source>Users and &amp;keys</source>
        <translation>Người dùng và &amp;khóa</translation>
    </message>
    <message>
        <source>Somebody was removed for cause, and the register key has not been changed yet. Until then an old copy of the keys file still opens this register.</source>
        <translation>Đã xóa một người vì có lý do, nhưng chưa đổi khóa sổ. Đến khi đổi, bản chép cũ của tệp khóa vẫn mở được sổ này.</translation>
    </message>
    <message>
        <source>The keys file is older than the newest one: somebody put back an old copy. Passphrases that were changed since are the old ones again. “Users and keys” makes it the valid one.</source>
        <translation>Tệp khóa cũ hơn tệp mới nhất: có người đã chép lại bản cũ. Những cụm mật khẩu đổi sau đó nay lại là cụm cũ. Vào “Người dùng và khóa” để cho tệp này có giá trị.</translation>
    </message>
    <message>
        <source>The register key was to be changed, and that did not end: the former key still holds.</source>
        <translation>Việc đổi khóa sổ đã bắt đầu nhưng chưa xong: khóa cũ vẫn còn hiệu lực.</translation>
    </message>
    <message>
        <source>Paper that was printed for the new key opens nothing: destroy it, and print it anew with the change.</source>
        <translation>Tờ giấy đã in cho khóa mới không mở được gì: hãy hủy đi và in lại khi đổi khóa.</translation>
    </message>
    <message>
        <source>The recovery key from before still opens the register.</source>
        <translation>Khóa khôi phục cũ vẫn mở được sổ.</translation>
    </message>
    <message>
        <source>The escrow sheets that were used still open the register.</source>
        <translation>Hai tờ ký gửi đã dùng vẫn còn mở được sổ.</translation>
    </message>
</context>
<context>
    <name>maiam::KeysFile</name>
    <message>
        <source>The keys file was written by a newer version of this program. Install the newer version to open the register.</source>
        <translation>Tệp khóa do phiên bản mới hơn của chương trình ghi. Hãy cài phiên bản mới hơn để mở sổ.</translation>
    </message>
    <message>
        <source>The name is too long for the list of users. Shorten it to %1 characters.</source>
        <translation>Tên quá dài so với danh sách người dùng. Hãy rút ngắn còn %1 ký tự.</translation>
    </message>
    <message>
        <source>There are %1 users already, the most that a register takes. Remove one who has left.</source>
        <translation>Đã có %1 người dùng, mức tối đa của một sổ. Hãy xóa người đã chuyển đi.</translation>
    </message>
    <message>
        <source>The program made a mistake with the keys; nothing was changed.</source>
        <translation>Chương trình gặp lỗi khi xử lý khóa; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This user has no passphrase in the keys file. Choose your own name, or ask the administrator.</source>
        <translation>Người dùng này không có cụm mật khẩu trong tệp khóa. Hãy chọn đúng tên của mình, hoặc hỏi quản trị.</translation>
    </message>
    <message>
        <source>The passphrase is not right. Check Caps Lock and the typing method, and type it again.</source>
        <translation>Cụm mật khẩu chưa đúng. Hãy kiểm tra Caps Lock và kiểu gõ rồi nhập lại.</translation>
    </message>
    <message>
        <source>This recovery key does not open this register. It may belong to another register, or a newer one was printed since.</source>
        <translation>Khóa khôi phục này không mở được sổ này. Có thể đây là khóa của sổ khác, hoặc sau đó đã in khóa mới hơn.</translation>
    </message>
    <message>
        <source>The keys file (register.keys) may not be read with this account. Sign in with the account that the register was made with.</source>
        <translation>Tài khoản này không được đọc tệp khóa (register.keys). Hãy đăng nhập bằng tài khoản đã dùng khi lập sổ.</translation>
    </message>
    <message>
        <source>The register&apos;s folder cannot be written to, so the keys stay as they were. Ask for the right to write there.</source>
        <translation>Không ghi được vào thư mục của sổ nên khóa vẫn như cũ. Hãy đề nghị cấp quyền ghi vào đó.</translation>
    </message>
    <message>
        <source>The disk is full, so the keys stay as they were. Free some room and try again.</source>
        <translation>Ổ đĩa đã đầy nên khóa vẫn như cũ. Hãy giải phóng bớt chỗ rồi thử lại.</translation>
    </message>
    <message>
        <source>The keys file could not be written, so the keys stay as they were. Check the disk and try again.</source>
        <translation>Không ghi được tệp khóa nên khóa vẫn như cũ. Hãy kiểm tra ổ đĩa rồi thử lại.</translation>
    </message>
    <message>
        <source>There are too many users for the keys file. Remove one who has left.</source>
        <translation>Quá nhiều người dùng so với tệp khóa. Hãy xóa người đã chuyển đi.</translation>
    </message>
    <message>
        <source>The new keys file did not read back as it was written, so the keys stay as they were. The disk may be failing: make a backup on another one.</source>
        <translation>Tệp khóa mới khi đọc lại không khớp với nội dung đã ghi nên khóa vẫn như cũ. Ổ đĩa có thể sắp hỏng: hãy sao lưu sang ổ đĩa khác.</translation>
    </message>
    <message>
        <source>This register has no escrow shares. Use the recovery key in the chairman&apos;s envelope.</source>
        <translation>Sổ này chưa có phần ký gửi. Hãy dùng khóa khôi phục trong phong bì của Chủ tịch.</translation>
    </message>
    <message>
        <source>These two sheets do not open this register together. Check that both belong to this register and were printed on the same day, and that they are sheets 1 and 2.</source>
        <translation>Hai tờ này không cùng nhau mở được sổ. Hãy kiểm tra cả hai thuộc sổ này, in cùng một ngày, và là tờ 1 và tờ 2.</translation>
    </message>
    <message>
        <source>The keys file (register.keys) is damaged, so the register cannot be unlocked with it.</source>
        <translation>Tệp khóa (register.keys) bị hỏng nên không mở khóa sổ được.</translation>
    </message>
    <message>
        <source>The keys file (register.keys) is not in the register&apos;s folder, so the register cannot be unlocked.</source>
        <translation>Không thấy tệp khóa (register.keys) trong thư mục của sổ nên không mở khóa sổ được.</translation>
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
    <message>
        <source>Wrong %1 times in a row. The next try is possible in %2.</source>
        <translation>Đã sai %1 lần liền. Còn %2 nữa mới thử lại được.</translation>
    </message>
    <message>
        <source>You can type the passphrase again.</source>
        <translation>Có thể gõ lại cụm mật khẩu.</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>&amp;Open the register</source>
        <translation>Mở &amp;sổ</translation>
    </message>
    <message>
        <source>&amp;Forgotten…</source>
        <translation>&amp;Quên…</translation>
    </message>
</context>
<context>
    <name>maiam::LoginWatch</name>
    <message>
        <source>The register is being locked</source>
        <translation>Sổ đang được khóa</translation>
    </message>
</context>
<context>
    <name>maiam::LonelyKeyCard</name>
    <message>
        <source>One person holds the key</source>
        <translation>Chỉ một người giữ khóa</translation>
    </message>
    <message>
        <source>Add a second &amp;person…</source>
        <translation>Thêm n&amp;gười thứ hai…</translation>
    </message>
    <message>
        <source>Only %1 can open this register. Give a second person a passphrase of their own, so that no child waits while one is ill.</source>
        <translation>Chỉ %1 mở được sổ này. Hãy đặt cụm mật khẩu riêng cho người thứ hai, để không trẻ nào phải chờ khi một người ốm.</translation>
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
    <name>maiam::LookAlikesCard</name>
    <message>
        <source>May be in the register already</source>
        <translation>Có thể đã có trong sổ</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>sinh %1</translation>
    </message>
    <message>
        <source>mother: %1</source>
        <translation>mẹ: %1</translation>
    </message>
    <message>
        <source>It is this child</source>
        <translation>Đúng trẻ này</translation>
    </message>
    <message>
        <source>It is this child: %1</source>
        <translation>Đúng trẻ này: %1</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>Không phải</translation>
    </message>
    <message>
        <source>It is not: %1</source>
        <translation>Không phải: %1</translation>
    </message>
    <message>
        <source>Restricted access: %1</source>
        <translation>Hạn chế truy cập: %1</translation>
    </message>
    <message>
        <source>To be sure, open the file in the list of children and say why.</source>
        <translation>Muốn biết chắc, hãy mở hồ sơ trong danh sách trẻ em và nêu lý do.</translation>
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
    <name>maiam::NoticePage</name>
    <message>
        <source>Notice of a data leak</source>
        <translation>Thông báo sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>The notice as it will be printed</source>
        <translation>Thông báo như sẽ in</translation>
    </message>
    <message>
        <source>Correct what is printed</source>
        <translation>Sửa nội dung in</translation>
    </message>
    <message>
        <source>&amp;Save the texts</source>
        <translation>&amp;Lưu nội dung</translation>
    </message>
    <message>
        <source>What the law says</source>
        <translation>Luật quy định gì</translation>
    </message>
    <message>
        <source>The texts are saved.</source>
        <translation>Đã lưu nội dung.</translation>
    </message>
    <message>
        <source>A child&apos;s name on the notice</source>
        <translation>Tên trẻ trên thông báo</translation>
    </message>
    <message>
        <source>The notice goes from desk to desk. Go on only when the words are no child&apos;s name.</source>
        <translation>Thông báo đi qua nhiều bàn. Chỉ tiếp tục khi những chữ ấy không phải tên trẻ.</translation>
    </message>
    <message>
        <source>It is no name, go on</source>
        <translation>Không phải tên trẻ, tiếp tục</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Để sửa lại</translation>
    </message>
    <message>
        <source>The notice was given to the printer.</source>
        <translation>Đã chuyển thông báo sang máy in.</translation>
    </message>
    <message>
        <source>The notice is saved: %1.</source>
        <translation>Đã lưu thông báo: %1.</translation>
    </message>
    <message>
        <source>Save the notice as PDF</source>
        <translation>Lưu thông báo thành PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Tài liệu PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The 72 hours end only when it has been sent: then say so here, or enter the time in the form.</source>
        <translation>72 giờ chỉ dừng khi đã gửi: khi đó hãy báo ở đây, hoặc ghi giờ gửi vào phiếu.</translation>
    </message>
    <message>
        <source>It was sent just now</source>
        <translation>Vừa gửi xong</translation>
    </message>
    <message>
        <source>Sent: %1. The clock has stopped.</source>
        <translation>Đã gửi lúc %1. Đồng hồ đã dừng.</translation>
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
    <message>
        <source>No commune, ward or special zone has a name like that. Type fewer letters, or empty the search to see all of them.</source>
        <translation>Không có xã, phường, đặc khu nào có tên như vậy. Gõ ít chữ hơn, hoặc xóa ô tìm để xem tất cả.</translation>
    </message>
</context>
<context>
    <name>maiam::PaperSheets</name>
    <message>
        <source>The report. Arrow keys go from number to number, Enter shows where one comes from.</source>
        <translation>Báo cáo. Phím mũi tên đi từ số này sang số khác, Enter cho biết số đến từ đâu.</translation>
    </message>
</context>
<context>
    <name>maiam::PaperView</name>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Trang %1</translation>
    </message>
</context>
<context>
    <name>maiam::Passphrase</name>
    <message>
        <source>The passphrase is too short to protect children&apos;s files: it needs at least %1 characters. Take several words, or the words that are offered.</source>
        <translation>Cụm mật khẩu quá ngắn để bảo vệ hồ sơ của trẻ em: cần ít nhất %1 ký tự. Hãy dùng nhiều từ, hoặc các từ được gợi ý.</translation>
    </message>
    <message>
        <source>This passphrase is one of those that are tried first, so it would not protect the files. Take words that do not belong together, or the words that are offered.</source>
        <translation>Cụm mật khẩu này thuộc loại bị thử đầu tiên nên không bảo vệ được hồ sơ. Hãy dùng các từ không liên quan đến nhau, hoặc các từ được gợi ý.</translation>
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
    <message>
        <source>Offered words: %1</source>
        <translation>Các từ được gợi ý: %1</translation>
    </message>
</context>
<context>
    <name>maiam::People</name>
    <message>
        <source>Only the administrator may change people and keys. Nothing was changed. Ask the administrator of this office.</source>
        <translation>Chỉ người quản trị được thay đổi người dùng và khóa. Chưa có gì thay đổi. Hãy nhờ người quản trị của đơn vị.</translation>
    </message>
    <message>
        <source>Write the person&apos;s name; the register signs each change with it.</source>
        <translation>Hãy ghi họ tên; sổ ghi tên này ở mỗi thay đổi.</translation>
    </message>
    <message>
        <source>The name is too long. Shorten it to %1 characters.</source>
        <translation>Tên quá dài. Hãy rút gọn còn %1 ký tự.</translation>
    </message>
    <message>
        <source>Choose what the person may do here.</source>
        <translation>Hãy chọn người này được làm gì.</translation>
    </message>
    <message>
        <source>Nobody would be left who administers people and keys. Nothing was changed. Make somebody else administrator first.</source>
        <translation>Sẽ không còn ai quản trị người dùng và khóa. Chưa có gì thay đổi. Hãy giao quyền quản trị cho người khác trước.</translation>
    </message>
    <message>
        <source>The present passphrase is not right, so it stays. Check Caps Lock and type it again.</source>
        <translation>Cụm mật khẩu hiện tại không đúng nên chưa đổi. Kiểm tra Caps Lock rồi nhập lại.</translation>
    </message>
    <message>
        <source>You have opened the register yourself, so you cannot remove yourself. Nothing was changed. Let the other administrator do it.</source>
        <translation>Anh/chị đang mở sổ nên không tự xóa mình được. Chưa có gì thay đổi. Hãy để người quản trị khác làm việc này.</translation>
    </message>
    <message>
        <source>The new passphrase holds from now on, but the register could not note it: %1</source>
        <translation>Cụm mật khẩu mới có giá trị từ bây giờ, nhưng sổ chưa ghi lại được việc này: %1</translation>
    </message>
    <message>
        <source>This is not the passphrase of the person who takes over. Nothing was changed. Check Caps Lock and type it again.</source>
        <translation>Đây không phải cụm mật khẩu của người nhận. Chưa có gì thay đổi. Hãy xem phím Caps Lock rồi gõ lại.</translation>
    </message>
    <message>
        <source>A person of the name %1 is already here. Nothing was stored. Add something to the name that tells the two apart, such as the post.</source>
        <translation>Trong sổ đã có người tên %1. Chưa lưu gì. Hãy ghi thêm vào tên để phân biệt hai người, chẳng hạn chức vụ.</translation>
    </message>
    <message>
        <source>%1 is here without a passphrase. Nothing was stored. Set a passphrase for this person instead, under &quot;More → Users and keys&quot;.</source>
        <translation>%1 đã có trong sổ nhưng chưa có cụm mật khẩu. Lần này chưa lưu gì. Hãy đặt cụm mật khẩu cho người này ở &quot;Thêm → Người dùng và khóa&quot;.</translation>
    </message>
    <message>
        <source>A new recovery key was to come with the last change of the register key, since the one on paper is not to hold any more. Nothing was changed. Print a new recovery key as well.</source>
        <translation>Lần đổi khóa sổ trước phải kèm khóa khôi phục mới, vì khóa khôi phục trên giấy không được dùng nữa. Chưa có gì thay đổi. Hãy in cả khóa khôi phục mới.</translation>
    </message>
</context>
<context>
    <name>maiam::PeoplePage</name>
    <message>
        <source>Users and keys</source>
        <translation>Người dùng và khóa</translation>
    </message>
    <message>
        <source>&amp;Add a person…</source>
        <translation>Thêm n&amp;gười…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>The recovery key in the chairman&apos;s envelope. When the envelope was opened or lost, print a new one.</source>
        <translation>Khóa khôi phục nằm trong phong bì của Chủ tịch. Phong bì đã mở hoặc mất thì in khóa mới.</translation>
    </message>
    <message>
        <source>New recovery ke&amp;y…</source>
        <translation>Khóa &amp;khôi phục mới…</translation>
    </message>
    <message>
        <source>Two sheets for two people of the province, who open the register only together.</source>
        <translation>Hai tờ cho hai người của cơ quan cấp tỉnh; chỉ cùng nhau mới mở được sổ.</translation>
    </message>
    <message>
        <source>Escrow &amp;sheets…</source>
        <translation>Hai &amp;phần ký gửi…</translation>
    </message>
    <message>
        <source>When somebody may have kept a copy of the register: passphrases stay, old copies of the keys file open old copies of the register only.</source>
        <translation>Dùng khi có người có thể đã giữ bản chép của sổ: cụm mật khẩu vẫn như cũ; bản chép cũ của tệp khóa chỉ còn mở được bản chép cũ của sổ.</translation>
    </message>
    <message>
        <source>Change the register &amp;key…</source>
        <translation>Đổi khó&amp;a sổ…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Đang đọc</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) can open the register</source>
        <translation>
            <numerusform>%n người mở được sổ</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys file is older than the newest one: somebody put back an old copy. Passphrases that were changed since are the old ones again. Make it the valid one, then let those people set their passphrases anew.</source>
        <translation>Tệp khóa cũ hơn tệp mới nhất: có người đã chép lại bản cũ. Những cụm mật khẩu đổi sau đó nay lại là cụm cũ. Hãy cho tệp này có giá trị, rồi để những người đó đặt lại cụm mật khẩu.</translation>
    </message>
    <message>
        <source>Make it valid</source>
        <translation>Cho tệp này có giá trị</translation>
    </message>
    <message>
        <source>Change it now…</source>
        <translation>Đổi ngay…</translation>
    </message>
    <message>
        <source>you</source>
        <translation>đang mở sổ</translation>
    </message>
    <message>
        <source>no passphrase yet</source>
        <translation>chưa có cụm mật khẩu</translation>
    </message>
    <message>
        <source>Here since %1.</source>
        <translation>Có tên từ %1.</translation>
    </message>
    <message>
        <source>Passphrase of %1.</source>
        <translation>Cụm mật khẩu đặt ngày %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change name and role…</source>
        <translation>Sửa tên, vai trò…</translation>
    </message>
    <message>
        <source>New passphrase…</source>
        <translation>Đặt lại cụm mật khẩu…</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Đặt cụm mật khẩu…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Xóa…</translation>
    </message>
    <message>
        <source>Remove a person</source>
        <translation>Xóa người dùng</translation>
    </message>
    <message>
        <source>Remove %1 from the register?</source>
        <translation>Xóa %1 khỏi sổ?</translation>
    </message>
    <message>
        <source>Remove, the key stays</source>
        <translation>Xóa, giữ khóa sổ</translation>
    </message>
    <message>
        <source>Remove and change the key</source>
        <translation>Xóa và đổi khóa sổ</translation>
    </message>
    <message>
        <source>Storing; this takes a moment</source>
        <translation>Đang lưu; mất một chút thời gian</translation>
    </message>
    <message>
        <source>%1 was removed. A copy of the old keys file still holds the key until the register key is changed.</source>
        <translation>Đã xóa %1. Bản chép cũ của tệp khóa vẫn chứa khóa cho đến khi đổi khóa sổ.</translation>
    </message>
    <message>
        <source>The keys file is the valid one again.</source>
        <translation>Tệp khóa đã có giá trị trở lại.</translation>
    </message>
    <message>
        <source>The person no longer opens this register, unless somebody puts back a copy of the old keys file: such a copy still holds the key. When the person leaves in anger or may have kept a copy, change the register key as well: it takes a minute, and the passphrases of the others stay.

What the person wrote stays under the name.</source>
        <translation>Người này không mở sổ được nữa. Nhưng bản chép cũ của tệp register.keys vẫn chứa khóa: ai giữ bản đó và biết cụm mật khẩu cũ thì vẫn giải mã được sổ. Nếu người này nghỉ vì vi phạm hoặc có thể đã giữ bản chép, hãy đổi luôn khóa sổ: mất khoảng một phút, cụm mật khẩu của những người khác vẫn như cũ.

Những gì người này đã ghi vẫn đứng tên người này.</translation>
    </message>
    <message>
        <source>Who knows the recovery key in the envelope opens the register all the same: when that may be so, press “New recovery key…” afterwards. It changes the register key as well.</source>
        <translation>Ai biết khóa khôi phục trong phong bì thì vẫn mở được sổ: nếu người này có thể biết, bấm “Khóa khôi phục mới…” sau khi xóa. Việc đó đổi luôn khóa sổ.</translation>
    </message>
</context>
<context>
    <name>maiam::PersonPage</name>
    <message>
        <source>A new person</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Name, post and role</source>
        <translation>Tên, chức vụ, vai trò</translation>
    </message>
    <message>
        <source>A new passphrase for %1</source>
        <translation>Cụm mật khẩu mới cho %1</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Đổi cụm mật khẩu của tôi</translation>
    </message>
    <message>
        <source>Add the perso&amp;n</source>
        <translation>Thêm ngườ&amp;i này</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Set the passphrase</source>
        <translation>Đặ&amp;t cụm mật khẩu</translation>
    </message>
    <message>
        <source>Who, and what the person may do</source>
        <translation>Là ai, được làm gì</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>&amp;Họ và tên</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>Chức &amp;vụ</translation>
    </message>
    <message>
        <source>&amp;Present passphrase</source>
        <translation>Cụm mật khẩu &amp;hiện tại</translation>
    </message>
    <message>
        <source>The person sits at the keyboard now and types the passphrase alone. Nobody else needs to know it.</source>
        <translation>Người đó ngồi vào bàn phím và tự gõ cụm mật khẩu. Không ai khác cần biết cụm này.</translation>
    </message>
    <message>
        <source>Write the person&apos;s name; the register signs each change with it.</source>
        <translation>Hãy ghi họ tên; sổ ghi tên này ở mỗi thay đổi.</translation>
    </message>
    <message>
        <source>Storing; this takes a moment</source>
        <translation>Đang lưu; mất một chút thời gian</translation>
    </message>
    <message>
        <source>%1 can now open the register.</source>
        <translation>Từ nay %1 mở được sổ.</translation>
    </message>
    <message>
        <source>The changes to %1 are stored.</source>
        <translation>Đã lưu thay đổi về %1.</translation>
    </message>
    <message>
        <source>%1 now opens the register with the new passphrase.</source>
        <translation>Từ nay %1 mở sổ bằng cụm mật khẩu mới.</translation>
    </message>
    <message>
        <source>Your new passphrase holds from now on.</source>
        <translation>Từ nay anh/chị dùng cụm mật khẩu mới.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Đang đọc</translation>
    </message>
    <message>
        <source>This person was removed from the register. There is nothing to change.</source>
        <translation>Người này đã bị xóa khỏi sổ. Không còn gì để sửa.</translation>
    </message>
    <message>
        <source>The new passphrase</source>
        <translation>Cụm mật khẩu mới</translation>
    </message>
    <message>
        <source>You will no longer administer people and keys. Give up this role?</source>
        <translation>Anh/chị sẽ không còn quản trị người dùng và khóa. Bỏ vai trò này?</translation>
    </message>
    <message>
        <source>The register is locked then; open it again to go on working. Only another administrator can give the role back to you.</source>
        <translation>Sổ sẽ khóa lại; mở lại sổ để làm việc tiếp. Chỉ người quản trị khác trả lại được vai trò này cho anh/chị.</translation>
    </message>
    <message>
        <source>&amp;Give up the role</source>
        <translation>&amp;Bỏ vai trò</translation>
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
    <message>
        <source>You open the register with the passphrase that comes next.</source>
        <translation>Người này mở sổ bằng cụm mật khẩu ở bước sau.</translation>
    </message>
</context>
<context>
    <name>maiam::PlanStart</name>
    <message>
        <source>Start of the plan&apos;s period</source>
        <translation>Ngày bắt đầu thời hạn lập kế hoạch</translation>
    </message>
    <message>
        <source>&amp;From when do the five working days count?</source>
        <translation>Năm ngày làm việc tính &amp;từ khi nào?</translation>
    </message>
    <message>
        <source>The text of Article 28 does not name the event. Usually it is the day on which the initial assessment was done.</source>
        <translation>Điều 28 không nêu rõ sự kiện bắt đầu. Thông thường là ngày đã đánh giá nguy cơ ban đầu.</translation>
    </message>
    <message>
        <source>Change the start</source>
        <translation>Đổi ngày bắt đầu</translation>
    </message>
</context>
<context>
    <name>maiam::PostChange</name>
    <message>
        <source>The person who hands over is no longer in the register. Choose the person again.</source>
        <translation>Người giao không còn trong sổ. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>The same person cannot hand over and take over. Choose somebody else to take over.</source>
        <translation>Một người không thể vừa giao vừa nhận. Hãy chọn người nhận khác.</translation>
    </message>
    <message>
        <source>The person who takes over is no longer in the register. Choose the person again.</source>
        <translation>Người nhận không còn trong sổ. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>Write the full name of the person who takes over.</source>
        <translation>Hãy ghi họ tên người nhận.</translation>
    </message>
    <message>
        <source>Choose what the person may do here.</source>
        <translation>Hãy chọn người này được làm gì.</translation>
    </message>
    <message>
        <source>%1 is in the register already. Choose &quot;Somebody who is here already&quot;, or write the name so that the two can be told apart.</source>
        <translation>Trong sổ đã có %1. Hãy chọn &quot;Người đã có trong sổ&quot;, hoặc ghi tên sao cho phân biệt được hai người.</translation>
    </message>
    <message>
        <source>Nobody would be left who administers people and keys. Go back and make the person who takes over administrator as well.</source>
        <translation>Như vậy sẽ không còn ai quản trị người dùng và khóa. Hãy quay lại và cho người nhận kiêm quản trị.</translation>
    </message>
    <message>
        <source>Nobody would be left who may record cases. Go back and make the person who takes over officer.</source>
        <translation>Như vậy sẽ không còn ai được ghi hồ sơ. Hãy quay lại và chọn vai trò cán bộ cho người nhận.</translation>
    </message>
    <message>
        <source>The recovery key on paper was made by an earlier version and cannot stay when the register key changes. Let a new recovery key be printed along.</source>
        <translation>Khóa khôi phục trên giấy do phiên bản cũ tạo ra, không dùng tiếp được khi đổi khóa sổ. Hãy chọn in kèm khóa khôi phục mới.</translation>
    </message>
    <message>
        <source>Only the administrator may change people and keys. Nothing was changed. The record can be printed and signed all the same; then let the administrator of this office carry out the hand-over.</source>
        <translation>Chỉ người quản trị được thay đổi người dùng và khóa. Chưa có gì thay đổi. Biên bản vẫn in và ký được; sau đó nhờ người quản trị của đơn vị thực hiện bàn giao.</translation>
    </message>
    <message>
        <source>A change of the register key that has not been made yet was to come with a new recovery key. Let a new recovery key be printed along.</source>
        <translation>Lần đổi khóa sổ trước chưa xong và phải có khóa khôi phục mới kèm theo. Hãy chọn in kèm khóa khôi phục mới.</translation>
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
    <name>maiam::RecoveryKey</name>
    <message>
        <source>Group %1 of the recovery key is mistyped. Compare it with the paper and type it again.</source>
        <translation>Nhóm %1 của khóa khôi phục bị gõ sai. Hãy đối chiếu với bản giấy rồi nhập lại.</translation>
    </message>
    <message>
        <source>The recovery key has %1 groups of %2 characters; %3 characters were typed. Compare with the paper.</source>
        <translation>Khóa khôi phục có %1 nhóm, mỗi nhóm %2 ký tự; đã nhập %3 ký tự. Hãy đối chiếu với bản giấy.</translation>
    </message>
</context>
<context>
    <name>maiam::RecoveryScreen</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>The passphrase is forgotten</source>
        <translation>Quên cụm mật khẩu</translation>
    </message>
    <message>
        <source>Opening the register with its new keys; this can take a minute</source>
        <translation>Đang mở sổ bằng khóa mới; có thể mất một phút</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Đang mở sổ</translation>
    </message>
    <message>
        <source>The recovery key is in the sealed envelope that the chairman keeps. Open it together and type the eight groups; capital letters, O or 0, I or 1 make no difference.</source>
        <translation>Khóa khôi phục nằm trong phong bì niêm phong do Chủ tịch giữ. Hãy cùng mở và nhập tám nhóm; chữ hoa hay thường, O hay 0, I hay 1 đều được.</translation>
    </message>
    <message>
        <source>The &amp;recovery key, one sheet</source>
        <translation>&amp;Khóa khôi phục, một tờ</translation>
    </message>
    <message>
        <source>The two &amp;escrow sheets of the province</source>
        <translation>Hai &amp;phần ký gửi ở cơ quan cấp tỉnh</translation>
    </message>
    <message>
        <source>First sheet</source>
        <translation>Tờ thứ nhất</translation>
    </message>
    <message>
        <source>Second sheet</source>
        <translation>Tờ thứ hai</translation>
    </message>
    <message>
        <source>Who sets a new passphrase? The person t&amp;ypes it alone.</source>
        <translation>&amp;Ai đặt cụm mật khẩu mới? Người đó tự gõ.</translation>
    </message>
    <message>
        <source>Print a &amp;new recovery key; the one in the opened envelope is worth nothing then (recommended)</source>
        <translation>I&amp;n khóa khôi phục mới; khóa trong phong bì đã mở sẽ hết giá trị (nên làm)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Tờ giấy</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cụm mật khẩu</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>Khóa khôi phục mới</translation>
    </message>
    <message>
        <source>Back to the lock</source>
        <translation>Về màn hình khóa</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Open the register</source>
        <translation>Mở sổ</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Chọn tệp khác…</translation>
    </message>
    <message>
        <source>The keys file is back. Unlock with the passphrase of that day, or go on here with the paper.</source>
        <translation>Tệp khóa đã trở lại. Hãy mở sổ bằng cụm mật khẩu của ngày đó, hoặc làm tiếp ở đây bằng tờ giấy.</translation>
    </message>
    <message>
        <source>Is the passphrase right and the keys file (register.keys) missing, damaged or an old copy? A backup holds the keys of its day.</source>
        <translation>Cụm mật khẩu đúng mà tệp khóa (register.keys) bị thiếu, hỏng hoặc là bản chép cũ? Trong bản sao lưu có tệp khóa của ngày sao lưu.</translation>
    </message>
    <message>
        <source>Put back the &amp;keys of a backup…</source>
        <translation>&amp;Lấy lại khóa từ bản sao lưu…</translation>
    </message>
    <message>
        <source>Choose the backup…</source>
        <translation>Chọn bản sao lưu…</translation>
    </message>
    <message>
        <source>A backup, or a copy of the keys file</source>
        <translation>Bản sao lưu, hoặc bản chép của tệp khóa</translation>
    </message>
    <message>
        <source>Backups and keys files (*.maiam-backup register.keys*)</source>
        <translation>Bản sao lưu và tệp khóa (*.maiam-backup register.keys*)</translation>
    </message>
    <message>
        <source>The one that stood there belongs to another register; it is kept beside it as %1.</source>
        <translation>Tệp khóa trước đó là của sổ khác; tệp ấy được giữ lại bên cạnh với tên %1.</translation>
    </message>
    <message>
        <source>Look for the envelope that was sealed last.</source>
        <translation>Tìm phong bì có ngày niêm phong mới nhất.</translation>
    </message>
    <message>
        <source>Print a &amp;new recovery key as well. The two escrow sheets are worth nothing after this, whether it is printed or not.</source>
        <translation>I&amp;n luôn khóa khôi phục mới. Hai tờ ký gửi hết giá trị dù có in hay không.</translation>
    </message>
    <message>
        <source>Choose whose passphrase is set anew.</source>
        <translation>Chọn người được đặt lại cụm mật khẩu.</translation>
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
    <message>
        <source>The key was given to the printer. Look whether every group on the paper can be read.</source>
        <translation>Khóa đã được gửi tới máy in. Hãy xem mọi nhóm trên giấy có đọc rõ không.</translation>
    </message>
    <message>
        <source>The key lies unprotected in %1. Print it on paper, then delete the file, also from the recycle bin.</source>
        <translation>Khóa nằm trong %1, không được bảo vệ. Hãy in ra giấy rồi xóa tệp, cả trong thùng rác.</translation>
    </message>
</context>
<context>
    <name>maiam::RefusalPage</name>
    <message>
        <source>Mái Ấm</source>
        <translation>Mái Ấm</translation>
    </message>
    <message>
        <source>&amp;Close the program</source>
        <translation>Đóng &amp;chương trình</translation>
    </message>
</context>
<context>
    <name>maiam::Register</name>
    <message>
        <source>There is a register in this folder already. Choose another folder, or open that register.</source>
        <translation>Thư mục này đã có sổ. Hãy chọn thư mục khác, hoặc mở sổ đó.</translation>
    </message>
    <message>
        <source>The folder for the register cannot be made. Choose a folder in which you may write.</source>
        <translation>Không tạo được thư mục cho sổ. Hãy chọn thư mục mà anh/chị được quyền ghi.</translation>
    </message>
    <message>
        <source>The passphrase does not open this register. Check Caps Lock and the Vietnamese keyboard, then type it again.</source>
        <translation>Cụm mật khẩu không mở được sổ này. Hãy kiểm tra Caps Lock và bộ gõ tiếng Việt rồi nhập lại.</translation>
    </message>
    <message>
        <source>This person was removed from the register, yet the keys file still holds their passphrase: an older register.keys was put back. Nothing was opened. Choose your own name, and let the administrator look at &quot;More → Users and keys&quot;.</source>
        <translation>Người này đã bị xóa khỏi sổ mà tệp khóa vẫn còn cụm mật khẩu của họ: có người đã chép lại tệp register.keys cũ. Sổ không được mở. Hãy chọn tên của mình và nhờ người quản trị xem ở &quot;Thêm → Người dùng và khóa&quot;.</translation>
    </message>
    <message>
        <source>The passphrase or paper is right, but the keys file (register.keys) does not fit the register: either it is a copy from before the register key was changed, or register.db is damaged. Nothing was changed. Press &quot;Forgotten…&quot; and choose the keys of the newest backup; if that does not help, restore the newest backup.</source>
        <translation>Cụm mật khẩu hoặc tờ khóa thì đúng, nhưng tệp khóa (register.keys) không khớp với sổ: hoặc đó là bản chép từ trước lần đổi khóa sổ, hoặc tệp register.db bị hỏng. Chưa có gì thay đổi. Hãy bấm &quot;Quên…&quot; và chọn khóa trong bản sao lưu mới nhất; nếu vẫn không được thì khôi phục bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>This request to erase is not here any more. Look at the list.</source>
        <translation>Yêu cầu hủy này không còn ở đây. Hãy xem lại danh sách.</translation>
    </message>
    <message>
        <source>This register was restored and written by a newer version of Mái Ấm. Something in it is still to be erased, which only that version can do, so nothing was opened. Install the newer program, then open it there.</source>
        <translation>Sổ này do phiên bản Mái Ấm mới hơn khôi phục và ghi. Trong sổ còn phần phải xóa theo quyết định mà chỉ phiên bản ấy xóa được, nên chưa mở gì. Hãy cài chương trình mới hơn rồi mở ở đó.</translation>
    </message>
    <message>
        <source>The register could not be brought up to this version of the program; nothing was changed. Go on with the program of before, and have this reported. A backup made just before lies in the register&apos;s folder, under &quot;backups&quot;.</source>
        <translation>Không nâng được sổ lên bản chương trình này; chưa có gì thay đổi. Hãy dùng tiếp bản chương trình cũ và nhờ báo lỗi này. Bản sao lưu vừa tạo nằm trong thư mục của sổ, mục &quot;backups&quot;.</translation>
    </message>
    <message>
        <source>The disk is full, so the register could not write down who does this and when. Nothing was shown, printed or saved. Free some room on the disk, then try again.</source>
        <translation>Ổ đĩa đã đầy nên sổ không ghi được ai làm việc này, lúc nào. Chưa có gì được hiện ra, in hay lưu. Hãy giải phóng bớt chỗ trên ổ đĩa rồi làm lại.</translation>
    </message>
    <message>
        <source>The register could not write down who does this and when, so nothing was shown, printed or saved. %1</source>
        <translation>Sổ không ghi được ai làm việc này, lúc nào, nên chưa có gì được hiện ra, in hay lưu. %1</translation>
    </message>
    <message>
        <source>The keys file (register.keys) names no user, so nobody can unlock the register with it.</source>
        <translation>Tệp khóa (register.keys) không có tên người dùng nào nên không ai mở khóa sổ bằng tệp này được.</translation>
    </message>
</context>
<context>
    <name>maiam::RegisterCheck</name>
    <message>
        <source>Checking the register…</source>
        <translation>Đang kiểm tra sổ…</translation>
    </message>
    <message>
        <source>%1 entries and %2 records were checked (finished at %3).</source>
        <translation>Đã kiểm tra %1 mục ghi và %2 bản ghi (xong lúc %3).</translation>
    </message>
    <message>
        <source>All is in order.</source>
        <translation>Tất cả đều ổn.</translation>
    </message>
    <message>
        <source>Something is not in order. Do not go on working in this register; restore the newest backup.</source>
        <translation>Có điều không ổn. Đừng ghi tiếp vào sổ này; hãy khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
</context>
<context>
    <name>maiam::RegisterLock</name>
    <message>
        <source>This register is open in another window or command, so nothing was done. Two at a time would damage its journal. Close the other one, then try again.</source>
        <translation>Sổ này đang mở ở một cửa sổ hoặc một lệnh khác nên chưa làm gì cả. Hai nơi cùng ghi sẽ làm hỏng nhật ký của sổ. Hãy đóng nơi kia rồi thử lại.</translation>
    </message>
</context>
<context>
    <name>maiam::RegisterPlace</name>
    <message>
        <source>Choose a folder on this PC&apos;s own disk. If the register stands there already: close the program, copy the whole folder %1 to this PC&apos;s own disk (for example %2), then open the register from there.</source>
        <translation>Hãy chọn thư mục trên ổ đĩa của máy này. Nếu sổ đã nằm ở đó: đóng chương trình, chép cả thư mục %1 sang ổ đĩa của máy này (ví dụ %2), rồi mở lại từ đó.</translation>
    </message>
    <message>
        <source>A register cannot stand on a network drive (%1): the database would be damaged, and a register that is written from two PCs counts for neither.</source>
        <translation>Không thể đặt sổ trên ổ mạng (%1): cơ sở dữ liệu sẽ hỏng, và sổ bị ghi từ hai máy thì không máy nào dùng được.</translation>
    </message>
    <message>
        <source>A register cannot stand in a folder that %1 copies to the internet (%2): the copying damages the database while it is in use, and children&apos;s files do not belong there.</source>
        <translation>Không thể đặt sổ trong thư mục mà %1 chép lên mạng (%2): việc chép làm hỏng cơ sở dữ liệu khi đang dùng, và hồ sơ trẻ em không được đưa lên đó.</translation>
    </message>
    <message>
        <source>Backups do not belong into a folder that %1 copies to the internet (%2): that is where children&apos;s files must not go, and a copy that is caught halfway restores nothing. Choose a USB stick, another disk or a network folder.</source>
        <translation>Không để bản sao lưu trong thư mục mà %1 chép lên mạng (%2): hồ sơ trẻ em không được đưa lên đó, và bản bị chép dở dang thì không khôi phục được. Hãy chọn USB, ổ khác hoặc thư mục mạng.</translation>
    </message>
</context>
<context>
    <name>maiam::RemovableMedium</name>
    <message>
        <source>The key would stay on a disk of this PC, where whoever opens the PC finds it, so nothing was written. Choose a printer with paper; where there is none, put in a USB stick and save the file there.</source>
        <translation>Khóa sẽ nằm lại trên ổ đĩa của máy này, ai mở máy cũng thấy, nên chưa ghi gì. Hãy chọn máy in có giấy; nếu không có, cắm USB và lưu tệp vào đó.</translation>
    </message>
</context>
<context>
    <name>maiam::ReportPage</name>
    <message>
        <source>Report %1 (%2 – %3)</source>
        <translation>Báo cáo %1 (%2 – %3)</translation>
    </message>
    <message>
        <source>Nothing happened in this period.</source>
        <translation>Trong kỳ không phát sinh.</translation>
    </message>
    <message>
        <source>Reports received: %1</source>
        <translation>Tiếp nhận thông tin: %1</translation>
    </message>
    <message>
        <source>Cases opened: %1, with %2 children</source>
        <translation>Mở hồ sơ: %1, với %2 trẻ em</translation>
    </message>
    <message>
        <source>Assessed within 12 hours: %1 of %2</source>
        <translation>Đánh giá ban đầu trong 12 giờ: %1/%2</translation>
    </message>
    <message>
        <source>Cases closed: %1; still open: %2</source>
        <translation>Kết thúc: %1; đang mở: %2</translation>
    </message>
    <message>
        <source>%1: %2 sessions, %3 people</source>
        <translation>%1: %2 buổi, %3 lượt người</translation>
    </message>
    <message>
        <source>Save the report as PDF</source>
        <translation>Lưu báo cáo dạng PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Tài liệu PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the report as a text that can be edited</source>
        <translation>Lưu báo cáo dạng văn bản sửa được</translation>
    </message>
    <message>
        <source>OpenDocument texts (*.odt)</source>
        <translation>Văn bản OpenDocument (*.odt)</translation>
    </message>
    <message>
        <source>The report is saved: %1</source>
        <translation>Đã lưu báo cáo: %1</translation>
    </message>
    <message>
        <source>The report was given to the printer.</source>
        <translation>Đã gửi báo cáo ra máy in.</translation>
    </message>
    <message>
        <source>The counts are on the clipboard. They hold no name and no code.</source>
        <translation>Đã chép số liệu. Không có tên, không có mã hồ sơ.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Month of the report</source>
        <translation>Tháng báo cáo</translation>
    </message>
    <message>
        <source>month %1/%2</source>
        <translation>tháng %1/%2</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Chưa chốt</translation>
    </message>
    <message>
        <source>&amp;Copy the figures</source>
        <translation>&amp;Chép số liệu nhanh</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;ODT…</source>
        <translation>&amp;ODT…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>Where do the numbers come from?</source>
        <translation>Số liệu đến từ đâu?</translation>
    </message>
    <message>
        <source>Click a number in the report: the cases behind it are listed here.</source>
        <translation>Bấm vào một số trong báo cáo để xem các hồ sơ tạo nên số đó.</translation>
    </message>
    <message>
        <source>The officer&apos;s remarks</source>
        <translation>Nhận xét của cán bộ</translation>
    </message>
    <message>
        <source>What the numbers do not say. Lines that begin with “Đề xuất” go to part IV.</source>
        <translation>Điều mà số liệu không nói. Dòng bắt đầu bằng “Đề xuất” sang phần IV.</translation>
    </message>
    <message>
        <source>Compared with earlier periods</source>
        <translation>So với kỳ trước</translation>
    </message>
    <message>
        <source>12 periods · new cases</source>
        <translation>12 kỳ · số vụ mới</translation>
    </message>
    <message>
        <source>Period %1 – %2 · Decree 09/2019</source>
        <translation>Kỳ %1 – %2 · NĐ 09/2019</translation>
    </message>
    <message>
        <source>New cases in 12 periods</source>
        <translation>Số vụ mới trong 12 kỳ</translation>
    </message>
    <message>
        <source>Where does %1 come from?</source>
        <translation>Số %1 đến từ đâu?</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stands behind this number.</source>
        <translation>Không có hồ sơ nào sau số này.</translation>
    </message>
    <message>
        <source>This number is reckoned, not counted.</source>
        <translation>Số này được tính ra, không đếm từ hồ sơ.</translation>
    </message>
</context>
<context>
    <name>maiam::RestorePage</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Choose the backup: a file that ends in .maiam-backup.</source>
        <translation>Chọn bản sao lưu: tệp có đuôi .maiam-backup.</translation>
    </message>
    <message>
        <source>&amp;Choose the file…</source>
        <translation>&amp;Chọn tệp…</translation>
    </message>
    <message>
        <source>&amp;Look at what is in it</source>
        <translation>&amp;Xem bên trong</translation>
    </message>
    <message>
        <source>&amp;Restore this register</source>
        <translation>Khôi &amp;phục sổ này</translation>
    </message>
    <message>
        <source>Backups (*.maiam-backup)</source>
        <translation>Bản sao lưu (*.maiam-backup)</translation>
    </message>
    <message>
        <source>opened by: %1</source>
        <translation>mở được bởi: %1</translation>
    </message>
    <message>
        <source>Opening the backup…</source>
        <translation>Đang mở bản sao lưu…</translation>
    </message>
    <message>
        <source>Made %1 · %2 children, %3 cases, %4 sessions</source>
        <translation>Sao lưu lúc %1 · %2 trẻ em, %3 hồ sơ, %4 buổi</translation>
    </message>
    <message>
        <source>The last entry in it was written at %1.</source>
        <translation>Lần ghi cuối trong bản này: %1.</translation>
    </message>
    <message>
        <source>DEMO DATA — all people in this register are fictional</source>
        <translation>SỐ LIỆU MẪU — mọi người trong sổ này đều không có thật</translation>
    </message>
    <message>
        <source>The register that is on this PC now is not deleted: its folder gets another name beside it. What was written into it after that moment is not in the backup. If packages were sent since, tell the department.</source>
        <translation>Sổ đang có trên máy không bị xóa: thư mục của nó được đổi tên và để bên cạnh. Điều ghi sau thời điểm trên không có trong bản sao lưu. Nếu từ đó đã gửi gói cho Sở thì hãy báo Sở.</translation>
    </message>
    <message>
        <source>The register is restored onto this PC. Nothing else is changed.</source>
        <translation>Sổ được dựng lại trên máy này. Không thay đổi gì khác.</translation>
    </message>
    <message>
        <source>Checking the whole backup and restoring it…</source>
        <translation>Đang kiểm tra toàn bộ bản sao lưu và khôi phục…</translation>
    </message>
    <message>
        <source>What was erased by decision since then is erased again, by the list that lies beside it.</source>
        <translation>Những gì đã xóa theo quyết định từ sau ngày ấy sẽ được xóa lại, theo danh sách nằm cạnh bản sao lưu.</translation>
    </message>
    <message>
        <source>No list of erasures lies beside it. If something was erased by decision after it was made, erase it again after restoring.</source>
        <translation>Cạnh bản sao lưu không có danh sách đã xóa. Nếu sau ngày ấy có gì đã xóa theo quyết định thì khôi phục xong phải xóa lại.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>A &amp;passphrase of the day on which it was made</source>
        <translation>Cụm &amp;mật khẩu của ngày sao lưu</translation>
    </message>
    <message>
        <source>P&amp;assphrase</source>
        <translation>Cụm mật khẩ&amp;u</translation>
    </message>
    <message>
        <source>The recovery &amp;key in the envelope</source>
        <translation>&amp;Khóa khôi phục trong phong bì</translation>
    </message>
    <message>
        <source>Rec&amp;overy key</source>
        <translation>Khóa &amp;ghi trên giấy</translation>
    </message>
    <message>
        <source>The two &amp;escrow sheets of the province</source>
        <translation>&amp;Hai phần ký gửi ở cơ quan cấp tỉnh</translation>
    </message>
    <message>
        <source>&amp;First sheet</source>
        <translation>Tờ thứ &amp;nhất</translation>
    </message>
    <message>
        <source>&amp;Second sheet</source>
        <translation>&amp;Tờ thứ hai</translation>
    </message>
    <message>
        <source>What opens the backup?</source>
        <translation>Mở bản sao lưu bằng gì?</translation>
    </message>
    <message>
        <source>Type the passphrase of the day on which the backup was made.</source>
        <translation>Hãy nhập cụm mật khẩu của ngày sao lưu.</translation>
    </message>
    <message>
        <source>Wrong %1 times in a row. The next try is possible in %2.</source>
        <translation>Đã sai %1 lần liền. Còn %2 nữa mới thử lại được.</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Có thể thử lại.</translation>
    </message>
    <message>
        <source>Choose the backup first.</source>
        <translation>Hãy chọn bản sao lưu trước.</translation>
    </message>
    <message>
        <source>This backup is of ANOTHER REGISTER, not of the one that is on this PC. Unless that one is to be replaced, choose another backup.</source>
        <translation>Bản này là của MỘT SỔ KHÁC, không phải sổ đang có trên máy. Nếu không định thay sổ đang có, hãy chọn bản khác.</translation>
    </message>
    <message>
        <source>The register that is on this PC now is not deleted: its folder gets another name beside it. Nothing of it is in this backup.</source>
        <translation>Sổ đang có trên máy không bị xóa: thư mục của nó được đổi tên và để bên cạnh. Trong bản sao lưu này không có gì của sổ đó.</translation>
    </message>
</context>
<context>
    <name>maiam::RestrictionCard</name>
    <message>
        <source>Restricted access</source>
        <translation>Hạn chế truy cập</translation>
    </message>
    <message>
        <source>Who &amp;asked for it</source>
        <translation>Ai &amp;yêu cầu</translation>
    </message>
    <message>
        <source>Restrict &amp;access</source>
        <translation>Hạ&amp;n chế truy cập</translation>
    </message>
    <message>
        <source>Choose who asked for it.</source>
        <translation>Hãy chọn ai yêu cầu.</translation>
    </message>
    <message>
        <source>End the restriction</source>
        <translation>Bỏ hạn chế truy cập</translation>
    </message>
    <message>
        <source>The usual answer when somebody asks to erase a file: lists show the code and no name, and who opens the file says why.</source>
        <translation>Cách trả lời thông thường khi có người yêu cầu hủy hồ sơ: danh sách chỉ hiện mã, không hiện tên; ai mở hồ sơ phải nêu lý do.</translation>
    </message>
    <message>
        <source>Access is not restricted.</source>
        <translation>Chưa hạn chế truy cập.</translation>
    </message>
    <message>
        <source>Access is not restricted. The office that keeps the child&apos;s file decides.</source>
        <translation>Chưa hạn chế truy cập. Việc này do cơ quan giữ hồ sơ của trẻ quyết định.</translation>
    </message>
    <message>
        <source>A case is still being worked on, so names are shown until the last one is closed.</source>
        <translation>Còn vụ việc đang xử lý, nên tên vẫn hiện cho đến khi vụ việc cuối cùng được đóng.</translation>
    </message>
    <message>
        <source>All cases are closed, but one of them does not say when a temporary isolation ended, so names are still shown. Write that down there.</source>
        <translation>Mọi vụ việc đã đóng, nhưng có vụ việc chưa ghi lúc kết thúc tạm cách ly, nên tên vẫn hiện. Hãy ghi ở vụ việc đó.</translation>
    </message>
    <message>
        <source>Restricted since %1, asked for by: %2.</source>
        <translation>Hạn chế từ %1, theo yêu cầu của: %2.</translation>
    </message>
</context>
<context>
    <name>maiam::RestrictionGate</name>
    <message>
        <source>Access to this file is restricted</source>
        <translation>Hồ sơ này hạn chế truy cập</translation>
    </message>
    <message>
        <source>Open it only when the work needs it. Who opens it, when and why is written down, and nobody can take that out.</source>
        <translation>Chỉ mở khi công việc cần. Ai mở, lúc nào và vì sao đều được ghi lại, không ai xóa được.</translation>
    </message>
    <message>
        <source>Who only looks at the register does not open such a file. Ask the officer or the administrator of this office.</source>
        <translation>Người chỉ xem sổ không mở hồ sơ này. Hãy hỏi cán bộ hoặc quản trị của cơ quan.</translation>
    </message>
    <message>
        <source>Restricted access</source>
        <translation>Hạn chế truy cập</translation>
    </message>
    <message>
        <source>Why is it opened?</source>
        <translation>Vì sao mở hồ sơ?</translation>
    </message>
    <message>
        <source>A new report &amp;speaks of the child</source>
        <translation>Có tin &amp;báo mới về trẻ</translation>
    </message>
    <message>
        <source>The child or who &amp;cares for it asks</source>
        <translation>T&amp;rẻ hoặc người chăm sóc yêu cầu</translation>
    </message>
    <message>
        <source>To correct or chec&amp;k what the register holds</source>
        <translation>Để sửa &amp;hoặc kiểm tra thông tin trong sổ</translation>
    </message>
    <message>
        <source>Choose why the file is opened.</source>
        <translation>Hãy chọn lý do mở hồ sơ.</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>&amp;Mở hồ sơ</translation>
    </message>
    <message>
        <source>A newer Mái Ấm has written this register, so this one cannot write down who opens the file and why. Install the newer program, then open it there.</source>
        <translation>Sổ này do bản Mái Ấm mới hơn ghi, nên bản này không ghi lại được ai mở hồ sơ và vì sao. Hãy cài bản mới rồi mở ở đó.</translation>
    </message>
    <message>
        <source>An a&amp;uthority asks: police, court, inspection</source>
        <translation>&amp;Cơ quan có thẩm quyền yêu cầu: công an, tòa án, thanh tra</translation>
    </message>
</context>
<context>
    <name>maiam::RoleChooser</name>
    <message>
        <source>Also a&amp;dministrator: people, keys, backups</source>
        <translation>Kiêm &amp;quản trị: người dùng, khóa, sao lưu</translation>
    </message>
    <message>
        <source>Everybody here opens the same register with the same key. Roles guard against mistakes and leave traces; they do not hide anything from somebody who opens it.</source>
        <translation>Mọi người cùng mở một sổ bằng một khóa. Vai trò giúp tránh nhầm lẫn và để lại dấu vết; vai trò không giấu được gì với người đã mở sổ.</translation>
    </message>
    <message>
        <source>Offi&amp;cer</source>
        <translation>Cán &amp;bộ</translation>
    </message>
    <message>
        <source>&amp;Leader</source>
        <translation>Lãnh đạ&amp;o</translation>
    </message>
    <message>
        <source>&amp;Viewer</source>
        <translation>Người &amp;xem</translation>
    </message>
    <message>
        <source>Administrator onl&amp;y</source>
        <translation>Chỉ quản &amp;trị</translation>
    </message>
</context>
<context>
    <name>maiam::SavedFile</name>
    <message>
        <source>Another program holds the file %1 open (Excel, a viewer, a virus scanner), so it stays as it was. Close it there, then try again.</source>
        <translation>Tệp %1 đang mở trong một chương trình khác (Excel, trình xem tệp, phần mềm diệt vi-rút) nên vẫn giữ nguyên như cũ. Hãy đóng tệp ở đó rồi thử lại.</translation>
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
    <name>maiam::SelfTest</name>
    <message>
        <source>The program&apos;s encryption does not work on this PC (%1), so nothing was opened. Install the program again; if that does not help, ask for help.</source>
        <translation>Phần mã hóa của chương trình không hoạt động trên máy này (%1) nên chưa mở gì. Hãy cài lại chương trình; nếu vẫn không được, hãy nhờ hỗ trợ.</translation>
    </message>
</context>
<context>
    <name>maiam::SessionEditor</name>
    <message>
        <source>A session</source>
        <translation>Một buổi</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Close without saving</source>
        <translation>&amp;Đóng, không lưu</translation>
    </message>
    <message>
        <source>&amp;Delete the session</source>
        <translation>&amp;Xóa buổi này</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>L&amp;oại</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Thời gian</translation>
    </message>
    <message>
        <source>&amp;Length in minutes</source>
        <translation>&amp;Số phút</translation>
    </message>
    <message>
        <source>St&amp;ate</source>
        <translation>Tình t&amp;rạng</translation>
    </message>
    <message>
        <source>Su&amp;bject</source>
        <translation>&amp;Nội dung</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Đị&amp;a điểm</translation>
    </message>
    <message>
        <source>&amp;Men and boys</source>
        <translation>Nam (&amp;1)</translation>
    </message>
    <message>
        <source>W&amp;omen and girls</source>
        <translation>Nữ (&amp;2)</translation>
    </message>
    <message>
        <source>Se&amp;x not counted</source>
        <translation>&amp;Không rõ giới</translation>
    </message>
    <message>
        <source>Lea&amp;flets and cards given</source>
        <translation>Tờ rơ&amp;i, thẻ đã phát</translation>
    </message>
    <message>
        <source>Sent on as cases (&amp;y)</source>
        <translation>Ca &amp;chuyển thành hồ sơ</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Không ghi</translation>
    </message>
    <message>
        <source>A&amp;ge of the children</source>
        <translation>T&amp;uổi của trẻ</translation>
    </message>
    <message>
        <source>&amp;Hotlines 111 and 18001769 were made known</source>
        <translation>Có &amp;giới thiệu Tổng đài 111 và 18001769</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>G&amp;hi chú</translation>
    </message>
    <message>
        <source>Record a session</source>
        <translation>Ghi một buổi</translation>
    </message>
    <message>
        <source>Plan a session</source>
        <translation>Lên lịch một buổi</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Một buổi</translation>
    </message>
    <message>
        <source>For example: 14:00 25/11</source>
        <translation>Ví dụ: 14:00 25/11</translation>
    </message>
    <message>
        <source>Write a number, or leave it empty when it is not known.</source>
        <translation>Hãy ghi một số, hoặc để trống nếu không biết.</translation>
    </message>
    <message>
        <source>Choose the type from the list.</source>
        <translation>Hãy chọn loại trong danh sách.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>maiam::SessionTableModel</name>
    <message>
        <source> · %1 min</source>
        <translation> · %1 phút</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Subject and place</source>
        <translation>Nội dung, địa điểm</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Số người</translation>
    </message>
    <message>
        <source>Hotlines</source>
        <translation>Tổng đài</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>%1 male</source>
        <translation>%1 nam</translation>
    </message>
    <message>
        <source>%1 female</source>
        <translation>%1 nữ</translation>
    </message>
    <message>
        <source>%1 not told</source>
        <translation>%1 không rõ</translation>
    </message>
    <message>
        <source>made known</source>
        <translation>có giới thiệu</translation>
    </message>
</context>
<context>
    <name>maiam::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>For this PC · every change holds at once</source>
        <translation>Cho máy này · thay đổi có hiệu lực ngay</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Khóa sổ</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Lock after so long without &amp;input</source>
        <translation>&amp;Khóa khi để máy không dùng</translation>
    </message>
    <message>
        <source>1–30 minutes. Locking closes the register and forgets its key. It also locks when you lock the PC&apos;s screen and when the PC goes to sleep.</source>
        <translation>Từ 1 đến 30 phút. Khi khóa, sổ đóng lại và khóa mã bị xóa khỏi bộ nhớ. Sổ cũng tự khóa khi anh/chị khóa màn hình máy và khi máy ngủ.</translation>
    </message>
    <message>
        <source>Allow the windows in screen captures and screen &amp;sharing</source>
        <translation>Cho phép chụp, quay và chia &amp;sẻ màn hình chương trình</translation>
    </message>
    <message>
        <source>Normally off: then captures, recordings and remote-control programs see an empty window.</source>
        <translation>Bình thường không cho phép: ảnh chụp, bản quay và chương trình điều khiển từ xa chỉ thấy cửa sổ trống.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>text size</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size of the &amp;text</source>
        <translation>Cỡ &amp;chữ</translation>
    </message>
    <message>
        <source>The change holds until the program is closed, but could not be kept on the disk. Check that there is room and that you may write into your own configuration folder.</source>
        <translation>Thay đổi có hiệu lực đến khi đóng chương trình nhưng không lưu được xuống đĩa. Hãy kiểm tra chỗ trống và quyền ghi vào thư mục cấu hình của anh/chị.</translation>
    </message>
</context>
<context>
    <name>maiam::SignerCard</name>
    <message>
        <source>Who signs the report</source>
        <translation>Người ký báo cáo</translation>
    </message>
    <message>
        <source>Si&amp;gner</source>
        <translation>&amp;Người ký</translation>
    </message>
    <message>
        <source>As it stands under the signature, without academic titles. Empty leaves the line blank.</source>
        <translation>Như ghi dưới chữ ký, không kèm học hàm, học vị. Để trống thì dòng ấy để trắng.</translation>
    </message>
    <message>
        <source>Signer&apos;s tit&amp;le</source>
        <translation>Chức &amp;vụ người ký</translation>
    </message>
    <message>
        <source>For example a deputy&apos;s. Empty: the head of the office.</source>
        <translation>Ghi khi người ký là cấp phó, ví dụ: Phó Chủ tịch. Để trống: người đứng đầu cơ quan.</translation>
    </message>
    <message>
        <source>Kept in the register, for every PC of the office. It does not travel.</source>
        <translation>Giữ trong sổ, dùng cho mọi máy của cơ quan. Không gửi đi cùng gói.</translation>
    </message>
</context>
<context>
    <name>maiam::SlotKdf</name>
    <message>
        <source>The keys could not be made. Start the program again.</source>
        <translation>Không tạo được khóa. Hãy khởi động lại chương trình.</translation>
    </message>
    <message>
        <source>The PC has too little free memory to check the passphrase (%1 MB are needed). The passphrase may be right. Close other programs and try again.</source>
        <translation>Máy còn quá ít bộ nhớ trống để kiểm tra cụm mật khẩu (cần %1 MB). Cụm mật khẩu có thể vẫn đúng. Hãy đóng bớt chương trình khác rồi thử lại.</translation>
    </message>
</context>
<context>
    <name>maiam::StepForm</name>
    <message>
        <source>Form %1 · %2</source>
        <translation>Mẫu %1 · %2</translation>
    </message>
    <message>
        <source>Temporary isolation (Form 07, Article 32)</source>
        <translation>Tạm thời cách ly (Mẫu 07, Điều 32)</translation>
    </message>
    <message>
        <source>What was reported (narrative)</source>
        <translation>Nội dung tin tiếp nhận (tường thuật)</translation>
    </message>
    <message>
        <source>Suspected person</source>
        <translation>Người bị nghi</translation>
    </message>
    <message>
        <source>Reporter (kept secret)</source>
        <translation>Người cung cấp thông tin (được giữ kín)</translation>
    </message>
    <message>
        <source>Verified, go on to the plan</source>
        <translation>Đã xác minh, lập kế hoạch</translation>
    </message>
    <message>
        <source>Submit for signature</source>
        <translation>Trình ký</translation>
    </message>
    <message>
        <source>Signed, carry it out</source>
        <translation>Đã ký, thực hiện</translation>
    </message>
    <message>
        <source>Continue with a new plan</source>
        <translation>Tiếp tục với kế hoạch mới</translation>
    </message>
    <message>
        <source>Open it again for review</source>
        <translation>Mở lại để rà soát</translation>
    </message>
    <message>
        <source>End it here (untrue, passed on…)</source>
        <translation>Kết thúc tại đây (tin không đúng, đã chuyển…)</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Kết thúc hồ sơ</translation>
    </message>
    <message>
        <source>Go on to “%1”</source>
        <translation>Chuyển sang “%1”</translation>
    </message>
    <message>
        <source>Step done at</source>
        <translation>Hoàn thành bước lúc</translation>
    </message>
    <message>
        <source>empty means now</source>
        <translation>để trống là bây giờ</translation>
    </message>
    <message>
        <source>&amp;Save without going on</source>
        <translation>&amp;Lưu, chưa chuyển bước</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Lý &amp;do</translation>
    </message>
    <message>
        <source>This goes past a step, or back. Say why in one sentence; it stays in the history.</source>
        <translation>Thao tác này bỏ qua một bước hoặc quay lại. Hãy nêu lý do bằng một câu; lý do được lưu trong lịch sử.</translation>
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
    <message>
        <source>%1, on the screen</source>
        <translation>%1, đang xem</translation>
    </message>
</context>
<context>
    <name>maiam::TasksView</name>
    <message>
        <source>Tasks of the directive</source>
        <translation>Nhiệm vụ chỉ thị</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>G&amp;hi chú</translation>
    </message>
    <message>
        <source>+ &amp;Plan a session</source>
        <translation>+ &amp;Lên lịch một lớp</translation>
    </message>
    <message>
        <source>How it &amp;stands</source>
        <translation>&amp;Tình trạng</translation>
    </message>
    <message>
        <source>In the directive&apos;s words:</source>
        <translation>Nguyên văn:</translation>
    </message>
    <message>
        <source> · lead: %1</source>
        <translation> · chủ trì: %1</translation>
    </message>
</context>
<context>
    <name>maiam::TodayPage</name>
    <message>
        <source>Today, %1</source>
        <translation>Hôm nay, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) with a time set by law</source>
        <translation>
            <numerusform>%Ln việc có thời hạn luật định</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) this week</source>
        <translation>
            <numerusform>%n việc trong tuần</numerusform>
        </translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Đã xong hết việc</translation>
    </message>
    <message>
        <source>Do it now</source>
        <translation>Làm ngay</translation>
    </message>
    <message>
        <source>Do it now: %1</source>
        <translation>Làm ngay: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of the old workbook have not been looked through. They have no clock until then.</source>
        <translation>
            <numerusform>%Ln hồ sơ từ sổ cũ chưa được xem lại. Khi chưa xem lại, các hồ sơ này chưa tính thời hạn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Mở: %1</translation>
    </message>
    <message>
        <source>The program&apos;s list does not hold the public holidays of %1 yet: Tết and other holidays of that year count as working days, so a time shown here may end earlier than the law&apos;s. Count by the official calendar.</source>
        <translation>Danh sách trong chương trình chưa có ngày nghỉ lễ của năm %1: Tết và các ngày nghỉ khác của năm ấy đang được tính là ngày làm việc, nên hạn hiện ở đây có thể sớm hơn hạn theo luật. Hãy tính theo lịch nghỉ chính thức.</translation>
    </message>
    <message>
        <source>Data leak</source>
        <translation>Sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>No case has a time of the law that runs out within a week.</source>
        <translation>Không hồ sơ nào có thời hạn luật định sẽ hết trong vòng một tuần.</translation>
    </message>
    <message>
        <source>A new report: Ctrl+N.</source>
        <translation>Tiếp nhận tin mới: Ctrl+N.</translation>
    </message>
</context>
<context>
    <name>maiam::TodaySide</name>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Mở báo cáo</translation>
    </message>
    <message>
        <source>Tasks of the directive</source>
        <translation>Nhiệm vụ chỉ thị</translation>
    </message>
    <message>
        <source>Open the tasks</source>
        <translation>Mở nhiệm vụ</translation>
    </message>
    <message>
        <source>Sending to the province</source>
        <translation>Gửi Sở</translation>
    </message>
    <message>
        <source>&amp;Pack…</source>
        <translation>Đón&amp;g gói…</translation>
    </message>
    <message>
        <source>Report of month %1/%2</source>
        <translation>Báo cáo tháng %1/%2</translation>
    </message>
    <message>
        <source>Period %1 – %2 (Decree 09/2019)</source>
        <translation>Kỳ %1 – %2 (NĐ 09/2019)</translation>
    </message>
    <message>
        <source>Nothing happened in this period.</source>
        <translation>Trong kỳ không phát sinh.</translation>
    </message>
    <message>
        <source>%1 new cases, %2 classes, %3 communication events</source>
        <translation>%1 hồ sơ mới, %2 lớp, %3 buổi truyền thông</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 going on</source>
        <translation>%1/%2 hoàn thành, %3 đang làm</translation>
    </message>
    <message>
        <source>Late: %1</source>
        <translation>Chậm: %1</translation>
    </message>
    <message>
        <source>Not begun: %1</source>
        <translation>Chưa làm: %1</translation>
    </message>
    <message>
        <source>Everything has been packed.</source>
        <translation>Đã đóng gói hết.</translation>
    </message>
    <message>
        <source>Received by the province: receipt of %1.</source>
        <translation>Sở đã nhận: biên nhận %1.</translation>
    </message>
    <message>
        <source>Packed %1; no receipt yet.</source>
        <translation>Đóng gói %1; chưa có biên nhận.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) not packed yet.</source>
        <translation>
            <numerusform>%Ln mục chưa đóng gói.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::TwelveHoursCard</name>
    <message>
        <source>The 12 hours</source>
        <translation>12 giờ</translation>
    </message>
    <message>
        <source>It came in just now</source>
        <translation>Vừa nhận tin</translation>
    </message>
    <message>
        <source>They run from the call, not from the typing. Type when the report came in.</source>
        <translation>Thời hạn tính từ lúc nhận cuộc gọi, không phải lúc nhập máy. Hãy ghi thời điểm nhận tin.</translation>
    </message>
    <message>
        <source>running from %1, %2. %3</source>
        <translation>tính từ %1, %2. %3</translation>
    </message>
</context>
<context>
    <name>maiam::TwoKeysCard</name>
    <message>
        <source>Two people agree</source>
        <translation>Hai người cùng đồng ý</translation>
    </message>
    <message>
        <source>One who leads and one who administers, each with the own passphrase, at this keyboard. One of the two has opened the register.</source>
        <translation>Một lãnh đạo và một quản trị, mỗi người gõ cụm mật khẩu của mình, ngay ở bàn phím này. Một trong hai là người đã mở sổ.</translation>
    </message>
    <message>
        <source>&amp;Leader</source>
        <translation>&amp;Lãnh đạo</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the leader</source>
        <translation>Cụ&amp;m mật khẩu của lãnh đạo</translation>
    </message>
    <message>
        <source>Admini&amp;strator</source>
        <translation>&amp;Quản trị</translation>
    </message>
    <message>
        <source>Passp&amp;hrase of the administrator</source>
        <translation>Cụm mật &amp;khẩu của quản trị</translation>
    </message>
    <message>
        <source>Nobody with a passphrase has the role of leader here. The administrator gives it under “More → Users and keys”.</source>
        <translation>Ở đây chưa ai có cụm mật khẩu giữ vai trò lãnh đạo. Người quản trị đặt vai trò ở “Thêm → Người dùng và khóa”.</translation>
    </message>
    <message>
        <source>Nobody with a passphrase has the role of administrator here. Give it under “More → Users and keys”.</source>
        <translation>Ở đây chưa ai có cụm mật khẩu giữ vai trò quản trị. Hãy đặt vai trò ở “Thêm → Người dùng và khóa”.</translation>
    </message>
    <message>
        <source>Choose who agrees.</source>
        <translation>Hãy chọn ai đồng ý.</translation>
    </message>
    <message>
        <source>This person types the own passphrase here.</source>
        <translation>Người này gõ cụm mật khẩu của mình vào đây.</translation>
    </message>
    <message>
        <source>Two different people must agree. Choose another one.</source>
        <translation>Phải là hai người khác nhau. Hãy chọn người khác.</translation>
    </message>
    <message>
        <source>One of the two must be the one who has opened the register: %1.</source>
        <translation>Một trong hai phải là người đã mở sổ: %1.</translation>
    </message>
    <message>
        <source>The passphrase of the leader is not right, so nothing was erased. Check Caps Lock; both type theirs again.</source>
        <translation>Cụm mật khẩu của lãnh đạo không đúng nên chưa hủy gì. Hãy kiểm tra Caps Lock; cả hai người gõ lại.</translation>
    </message>
    <message>
        <source>The passphrase of the administrator is not right, so nothing was erased. Check Caps Lock; both type theirs again.</source>
        <translation>Cụm mật khẩu của quản trị không đúng nên chưa hủy gì. Hãy kiểm tra Caps Lock; cả hai người gõ lại.</translation>
    </message>
</context>
<context>
    <name>maiam::UnlockedFolder</name>
    <message>
        <source>There is no register in this folder. Check the folder&apos;s name.</source>
        <translation>Thư mục này không có sổ. Hãy kiểm tra tên thư mục.</translation>
    </message>
    <message>
        <source>The keys are here, but register.db is missing. Restore the newest backup into this folder.</source>
        <translation>Có tệp khóa nhưng thiếu register.db. Hãy khôi phục bản sao lưu mới nhất vào thư mục này.</translation>
    </message>
    <message>
        <source>The chosen file holds no keys that can be used. Choose another backup, or a copy of register.keys.</source>
        <translation>Tệp đã chọn không có khóa dùng được. Hãy chọn bản sao lưu khác, hoặc một bản chép của register.keys.</translation>
    </message>
    <message>
        <source>The chosen file belongs to another register, so nothing was replaced. Choose a backup of this one.</source>
        <translation>Tệp đã chọn là của sổ khác nên không thay gì. Hãy chọn bản sao lưu của chính sổ này.</translation>
    </message>
    <message>
        <source>The register has a keys file that is in order and not older than the chosen one, so nothing was replaced. Unlock with it.</source>
        <translation>Sổ đang có tệp khóa dùng được và không cũ hơn tệp đã chọn, nên không thay gì. Hãy mở sổ bằng tệp đó.</translation>
    </message>
</context>
<context>
    <name>maiam::WorkPages</name>
    <message>
        <source>Cards, packages and receipts</source>
        <translation>Thẻ, gói và biên nhận</translation>
    </message>
    <message>
        <source>Send to and receive from the province</source>
        <translation>Gửi, nhận với Sở</translation>
    </message>
    <message>
        <source>Take in an old workbook…</source>
        <translation>Nhập sổ cũ…</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Đã lưu %1</translation>
    </message>
    <message numerus="yes">
        <source>Not yet sent: %n record(s)</source>
        <translation>
            <numerusform>Chưa gửi: %Ln mục</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Cài đặt…</translation>
    </message>
    <message>
        <source>Differing information</source>
        <translation>Thông tin trái nhau</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Ai đã xem</translation>
    </message>
    <message>
        <source>Check the register</source>
        <translation>Kiểm tra sổ</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Users and keys</source>
        <translation>Người dùng và khóa</translation>
    </message>
    <message>
        <source>Change my passphrase…</source>
        <translation>Đổi cụm mật khẩu…</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Các máy</translation>
    </message>
    <message>
        <source>Erasures by decision</source>
        <translation>Hủy dữ liệu theo quyết định</translation>
    </message>
    <message>
        <source>Hand over the post…</source>
        <translation>Bàn giao công việc…</translation>
    </message>
    <message>
        <source>Data leaks</source>
        <translation>Sự cố lộ dữ liệu</translation>
    </message>
    <message>
        <source>The hand-over is being carried out. This takes a moment.</source>
        <translation>Đang bàn giao, mất một chút thời gian.</translation>
    </message>
    <message>
        <source>Receive a package…</source>
        <translation>Nhận gói…</translation>
    </message>
    <message>
        <source>+ Take a report</source>
        <translation>+ Tiếp nhận tin</translation>
    </message>
    <message>
        <source>Check of the register: %1</source>
        <translation>Kiểm tra sổ: %1</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Xem kết quả</translation>
    </message>
    <message>
        <source>Only the administrator and who inspects as a viewer see who looked. Ask the administrator of this office.</source>
        <translation>Chỉ người quản trị và đoàn kiểm tra (người xem) xem được ai đã xem. Hãy nhờ người quản trị của đơn vị.</translation>
    </message>
    <message>
        <source>Only the administrator opens this page. Ask the administrator of this office.</source>
        <translation>Chỉ người quản trị mở được trang này. Hãy nhờ người quản trị của đơn vị.</translation>
    </message>
    <message>
        <source>Only an officer or a leader opens this page. Ask the administrator for one of these roles if you are to write.</source>
        <translation>Chỉ cán bộ hoặc lãnh đạo mở được trang này. Anh/chị được giao ghi sổ thì đề nghị người quản trị cho vai trò đó.</translation>
    </message>
    <message>
        <source>Only a leader or the administrator opens this page. Ask one of them.</source>
        <translation>Chỉ lãnh đạo hoặc người quản trị mở được trang này. Hãy nhờ một trong hai người.</translation>
    </message>
    <message>
        <source>That page takes the place of this one, and this list cannot be made again. Note the other places first.</source>
        <translation>Mở trang đó thì trang này đóng lại, và không lập lại được danh sách này. Hãy ghi lại những chỗ còn lại trước.</translation>
    </message>
    <message>
        <source>Open it all the same</source>
        <translation>Vẫn mở</translation>
    </message>
</context>
</TS>
