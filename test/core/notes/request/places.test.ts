import { describe, expect, it } from 'vitest';
import { readRequest } from '#core/notes/request/request.ts';
import { brief, officeContext } from './office.ts';

const read = (text: string) => {
  const { lines, note } = readRequest(text, officeContext);
  return { lines: lines.map(brief).join('; '), address: note.address?.value ?? null, unread: note.unread.map((span) => span.text) };
};

describe('an address counts nothing and is no product', () => {
  it.each([
    ['deliver 2 desk lamps to 5 Beijing Road', '2 LP-DESK', '5 Beijing Road'],
    ['2 desk lamps delivered to 5 Beijing Road', '2 LP-DESK', '5 Beijing Road'],
    ['2 desk lamps delivered to Beijing Road 5', '2 LP-DESK', 'Beijing Road 5'],
    ['2 desk lamps to 5 Beijing Road, 3 whiteboards', '2 LP-DESK; 3 WB-90', '5 Beijing Road'],
    ['deliver to 5 Beijing Road, 3 desk lamps', '3 LP-DESK', '5 Beijing Road'],
    ['deliver to 20 Desk Street', '', '20 Desk Street'],
    ['2 desk lamps, 5 Beijing Road', '2 LP-DESK', '5 Beijing Road'],
    ['send 2 desk lamps to Unit 4, 20 King Street, 2000 Sydney', '2 LP-DESK', 'Unit 4, 20 King Street, 2000 Sydney'],
    ['2 desk lamps, send them to Flat 3, 12 High Street', '2 LP-DESK', 'Flat 3, 12 High Street'],
    ['desk lamp to 5 King Street, Springfield, IL 62704', '1 LP-DESK', '5 King Street, Springfield, IL 62704'],
    ['ship 10 desk lamps to: Acme Ltd, 77 Industrial Way, Dock 4', '10 LP-DESK', 'Acme Ltd, 77 Industrial Way, Dock 4'],
    ['2 desk lamps for our office at 8 Park Place', '2 LP-DESK', '8 Park Place'],
    ['2 desk lamps, deliver to 12 Rue de Rivoli, Paris', '2 LP-DESK', '12 Rue de Rivoli, Paris'],
    ['2 desk lamps, deliver to Hauptstraße 12, Berlin', '2 LP-DESK', 'Hauptstraße 12, Berlin'],
    ['两盏台灯，送到北京路5号', '2 LP-DESK', '北京路5号'],
    ['把两盏台灯送到北京路5号3楼302室', '2 LP-DESK', '北京路5号3楼302室'],
    ['送两盏台灯到北京路5号', '2 LP-DESK', '北京路5号'],
    ['两盏台灯送到上海市浦东新区世纪大道100号', '2 LP-DESK', '上海市浦东新区世纪大道100号'],
    ['两盏台灯，上海市浦东新区世纪大道100号', '2 LP-DESK', '上海市浦东新区世纪大道100号'],
    ['两盏台灯，收货地址 北京市朝阳区建国路88号SOHO现代城3号楼2单元1501', '2 LP-DESK', '北京市朝阳区建国路88号SOHO现代城3号楼2单元1501'],
    ['兩盞檯燈寄台北市信義區松高路12號5樓', '2 LP-DESK', '台北市信義區松高路12號5樓'],
    ['两盏台灯，送到上海市静安区南京西路 1266 号 恒隆广场 7 楼', '2 LP-DESK', '上海市静安区南京西路 1266 号 恒隆广场 7 楼'],
    ['两盏台灯，上海市 静安区 南京西路 1266 号 7 楼', '2 LP-DESK', '上海市 静安区 南京西路 1266 号 7 楼'],
    ['送到苏州工业园区星湖街 199 号 3 号楼，两盏台灯', '2 LP-DESK', '苏州工业园区星湖街 199 号 3 号楼'],
    ['送到南京西路 1266 号 两盏台灯', '2 LP-DESK', '南京西路 1266 号'],
    ['兩盞檯燈寄台北市信義區松高路 12 號 5 樓', '2 LP-DESK', '台北市信義區松高路 12 號 5 樓'],
    ['台灯，送到科技园2座1503', '1 LP-DESK', '科技园2座1503'],
  ])('%j orders %s, to %s', (text, lines, address) => {
    expect(read(text)).toEqual({ lines, address, unread: [] });
  });

  it.each([
    ['3 Abbey Road posters', '3 -'],
    ['3 flash drives, 2 desk lamps', '3 -; 2 LP-DESK'],
    ['I want to order chairs, 3 flash drive, 2 desk lamps', '1 ?CH-ERGO/CH-MEET; 3 -; 2 LP-DESK'],
    ['2000 desk lamps to 5 King Street', '2000 LP-DESK'],
    ['deliver to 5 King Street, 2000 desk lamps', '2000 LP-DESK'],
  ])('%j is no address where it is goods: %s', (text, lines) => {
    expect(read(text).lines).toBe(lines);
  });

  it('a front desk is where goods go, no desk that is wanted', () => {
    expect(read('2 desk lamps, please leave them at the front desk').lines).toBe('2 LP-DESK');
    expect(read('We need the whiteboards delivered to the reception desk').lines).toBe('1 WB-90');
  });
});
