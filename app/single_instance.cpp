// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include "app/platform/platform.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int AnswerWithinMs = 2000;
constexpr QByteArrayView Raise("raise\n");
constexpr QByteArrayView Raised("raised\n");
} // namespace

SingleInstance::SingleInstance(QObject* parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

QString SingleInstance::socketName(const QString& folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QString path = canonical.isEmpty() ? QFileInfo(folder).absoluteFilePath() : canonical;
    // The home folder makes the name this user's own where pipes have no folder (Windows).
    const QByteArray digest =
        QCryptographicHash::hash((QDir::homePath() + u'\n' + path).toUtf8(), QCryptographicHash::Sha256);
    const QString name = u"maiam-"_s + QString::fromLatin1(digest.left(12).toHex());
#ifdef Q_OS_UNIX
    // A folder of this user alone; in /tmp somebody else could stand there first.
    return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).filePath(name);
#else
    return name;
#endif
}

Result<SingleInstance::Start> SingleInstance::begin(const QString& folder)
{
    auto lock = RegisterLock::take(folder); // makes the folder, so its name can be resolved afterwards
    const QString name = socketName(folder);
    if (lock) {
        m_lock.emplace(std::move(*lock));
        listen(name);
        return Start::First;
    }
    if (askFirst(name, folder))
        return Start::Raised;
    return fail(lock);
}

void SingleInstance::listen(const QString& name)
{
    // We hold the lock, so a socket that stands there was left by a crash. Without a socket the program works; a second
    // start then says that the register is open.
    QLocalServer::removeServer(name);
    m_server.listen(name);
}

bool SingleInstance::askFirst(const QString& name, const QString& folder) const
{
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(AnswerWithinMs))
        return false;
    platform::letComeToFront(RegisterLock::holder(folder));
    socket.write(Raise.data(), Raise.size());
    if (!socket.waitForBytesWritten(AnswerWithinMs) || !socket.waitForReadyRead(AnswerWithinMs))
        return false;
    return socket.readAll() == Raised;
}

void SingleInstance::answer()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            // One word is all that is ever taken from there.
            if (socket->peek(Raise.size()) == Raise) {
                socket->write(Raised.data(), Raised.size());
                socket->flush();
                Q_EMIT raiseWanted();
            }
            socket->disconnectFromServer();
        });
    }
}

} // namespace maiam
