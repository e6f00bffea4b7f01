@chcp 65001 >nul
@rem Adds the monthly run to the Task Scheduler, for whoever starts this file; Windows asks for the password.
@rem What it has to say is added to messages.txt; its last result is the exit code of the run.
@rem Thêm tác vụ hằng tháng cho người chạy tệp này; Windows sẽ hỏi mật khẩu.
@rem Thông báo (nếu có) nằm trong messages.txt; mã kết thúc xem ở "Last Run Result".
schtasks /Create /TN "union-audit" /XML "%~dp0union-audit.xml" /RU "%USERDOMAIN%\%USERNAME%" /RP *
