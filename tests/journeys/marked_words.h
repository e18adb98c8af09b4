// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <QStringList>

#include <mutex>

/// The words that tst_nothing_in_the_clear.cpp writes wherever somebody can write, and where it looks for them.
namespace maiam::marked {
using namespace Qt::Literals::StringLiterals;

inline const QString Passphrase = u"khong ai biet cau nay"_s;
inline const QString SavedChild = u"Chíu Thị Lưu Giữ"_s;
inline const QString SavedWord = u"Người hàng xóm nghe tiếng khóc đêm"_s;
inline const QString TypedChild = u"Voòng Thị Gõ Dở"_s;
inline const QString ImportedChild = u"Nình Văn Nhập Vào"_s;
inline const QString Remark = u"Nhận xét chỉ cán bộ biết"_s;
inline const QString ImportedVillage = u"Khe Vằn"_s;
inline const QString Reporter = u"Chìu Sồi Báo Tin"_s;
inline const QString ReporterPhone = u"0936 712 845"_s;
inline const QString ReporterAddress = u"nhà sàn cuối dốc Nà Cắp"_s;
inline const QString Suspect = u"Phùn Văn Bị Nghi"_s;
inline const QString StoredReason = u"Bỏ bước vì bà ngoại đón cháu về bản Cáng"_s;
inline const QString RestrictedChild = u"Tằng Thị Hạn Chế"_s;
inline const QString RestrictedVillage = u"Bản Kín Tiếng"_s;
inline const QString OneSide = u"Lỷ Thị Bên Này"_s;
inline const QString OtherSide = u"Lỷ Thị Bên Kia"_s;
inline const QString LeakPlace = u"Quán phở ngã ba Khe Tiền"_s;
inline const QString LeakStory = u"Để quên túi hồ sơ cạnh nồi nước dùng"_s;
inline const QString LeakHarm = u"Người bán phở đã đọc trang đầu"_s;
inline const QString HalfALeak = u"Chép nhầm danh sách cho bác Lỷ Dở Dang"_s;
inline const QString Receiver = u"Đặng Thị Nhận Bàn"_s;
inline const QString Witness = u"Vi Văn Chứng Kiến"_s;
inline const QString Dossiers = u"Tủ sắt sau sân khấu nhà văn hóa"_s;
inline const QString Letters = u"Đơn của bà Mã Sìu chưa trả lời"_s;
inline const QString TypedReason = u"Mở lại vì cậu ruột lại say rượu"_s;
inline const QString TypedStart = u"từ hôm bà Mạ Típ gọi điện"_s;
inline const QString SearchedFor = u"Sằn Thị Tìm Hoài"_s;
inline const QString OldWorkbook = u"sổ cũ của chị Lường Béo"_s; ///< of the file's name

/// What is written before the commands run: all of it must be found in the register, and in its backup.
inline QStringList written()
{
    return { SavedChild, SavedWord, TypedChild, Remark, Reporter, ReporterPhone, ReporterAddress, Suspect, StoredReason,
        RestrictedChild, RestrictedVillage, OneSide, OtherSide, LeakPlace, LeakStory, LeakHarm, HalfALeak, Receiver,
        Witness, Dossiers, Letters, TypedReason, TypedStart, SearchedFor, OldWorkbook };
}

/// What this program and those that it starts say to their log.
struct Log
{
    static QByteArray& said()
    {
        static QByteArray all;
        return all;
    }
    static void hear(QtMsgType type, const QMessageLogContext& context, const QString& text)
    {
        static std::mutex mutex;
        {
            const std::lock_guard lock(mutex);
            said() += text.toUtf8() + '\n';
        }
        before(type, context, text);
    }
    static inline QtMessageHandler before = nullptr;
};

/// Everything that stands in any table, as one heap of bytes.
inline QByteArray heapOf(Database& database)
{
    QStringList tables;
    {
        auto names = database.query(u"SELECT name FROM sqlite_master WHERE type = 'table'"_s);
        while (names && names->next())
            tables.append(names->text(0));
    }
    QByteArray heap;
    for (const QString& table : std::as_const(tables)) {
        auto rows = database.query(u"SELECT * FROM \"%1\""_s.arg(table));
        while (rows && rows->next())
            for (int i = 0; i < rows->columnCount(); ++i)
                heap += rows->value(i).toByteArray() + '\n';
    }
    return heap;
}

/// Those of the words that are not there.
inline QStringList missing(const QByteArray& heap, QStringList words)
{
    words.removeIf([&heap](const QString& word) { return heap.contains(word.toUtf8()); });
    return words;
}

} // namespace maiam::marked
